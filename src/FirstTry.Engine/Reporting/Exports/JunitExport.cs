using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Reporting.Exports;

/// <summary>
/// A run as JUnit XML, which every CI system shows: one suite a bucket, one test case a check. An objection is a <c>failure</c>, a check that
/// could not be started or was ended is an <c>error</c>; one that may fail is passed, with its output.
/// </summary>
public static class JunitExport
{
    /// <summary>Writes the document, in UTF-8.</summary>
    public static void Write(Stream output, RunResult run)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",

            // Line ends of a tool's output are its own: they are written as they are read back.
            NewLineHandling = NewLineHandling.Entitize,
        });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", XmlText.Of($"firsttry {run.Plan.Hook ?? run.Plan.Profile}".TrimEnd()));
        WriteCounts(xml, run.Checks, run.Duration);
        for (var bucket = Bucket.Fast; bucket <= Bucket.Slow; bucket++)
        {
            WriteSuite(xml, run, bucket);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, RunResult run, Bucket bucket)
    {
        var checks = new List<CheckResult>();
        var time = TimeSpan.Zero;
        foreach (var check in run.Checks)
        {
            if (check.Bucket == bucket)
            {
                checks.Add(check);
                time += check.Duration;
            }
        }

        if (checks.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", JsonFields.NameOf(bucket));
        WriteCounts(xml, checks, time);
        xml.WriteAttributeString("skipped", Count(checks, static check => check.Status == CheckStatus.Skipped));
        foreach (var check in checks)
        {
            WriteCase(xml, check);
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<CheckResult> checks, TimeSpan time)
    {
        xml.WriteAttributeString("tests", checks.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", Count(checks, IsFailure));
        xml.WriteAttributeString("errors", Count(checks, IsError));
        xml.WriteAttributeString("time", Seconds(time));
    }

    private static void WriteCase(XmlWriter xml, CheckResult check)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", XmlText.Of(check.Name));
        xml.WriteAttributeString("classname", $"firsttry.{JsonFields.NameOf(check.Bucket)}");
        xml.WriteAttributeString("time", Seconds(check.Duration));
        if (check.Status == CheckStatus.Skipped)
        {
            xml.WriteElementString("skipped", XmlText.Of(check.Reason ?? ""));
        }
        else if (IsError(check) || IsFailure(check))
        {
            xml.WriteStartElement(IsError(check) ? "error" : "failure");
            xml.WriteAttributeString("type", CheckStatusNames.NameOf(check.Status));
            xml.WriteAttributeString("message", XmlText.Of(check.Reason ?? ""));
            xml.WriteString(XmlText.Of(check.Output));
            xml.WriteEndElement();
        }
        else if (check.Output.Length > 0 || check.Reason is not null)
        {
            xml.WriteElementString("system-out", XmlText.Of(check.Output) + XmlText.Of(JsonFields.ReasonOf(check)));
        }

        xml.WriteEndElement();
    }

    // What was cancelled has no verdict: where it counted as skipped, a run that somebody ended would look green.
    private static bool IsError(CheckResult check) => check.Status is CheckStatus.Error or CheckStatus.Cancelled;

    private static bool IsFailure(CheckResult check) => check.IsFailure && !IsError(check);

    private static string Count(IReadOnlyList<CheckResult> checks, Func<CheckResult, bool> counts)
    {
        var count = 0;
        foreach (var check in checks)
        {
            count += counts(check) ? 1 : 0;
        }

        return count.ToString(CultureInfo.InvariantCulture);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
