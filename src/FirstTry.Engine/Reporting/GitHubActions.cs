using System;
using FirstTry.Engine.Reporting.Findings;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Reporting;

/// <summary>
/// What a job of GitHub Actions shows besides text: the output of a check in a group that can be folded, and annotations at the places that
/// checks speak of. While the output of a check is written the runner takes no commands: a tool, or a file that it quotes, cannot give any.
/// </summary>
/// <param name="worktreeRoot">The absolute path of the working tree.</param>
/// <param name="stopToken">A word that nobody can guess.</param>
public sealed class GitHubActions(string worktreeRoot, string stopToken)
{
    // More of one kind GitHub does not show for one step.
    private const int MostOfALevel = 10;
    private readonly int[] _annotations = new int[3];

    /// <summary>Begins the group of a check's output.</summary>
    internal void Open(TextBlock text, CheckResult result) => text
        .Add("::group::output of ").Add(Escape(result.Name)).EndLine()
        .Add("::stop-commands::").Add(stopToken).EndLine();

    /// <summary>Ends the group.</summary>
    internal void Close(TextBlock text) => text.StartLine().Add("::").Add(stopToken).Add("::").EndLine().Add("::endgroup::").EndLine();

    /// <summary>Adds the annotations of a check that objects: at each place that it names, or one without a place.</summary>
    internal void Annotate(TextBlock text, CheckResult result)
    {
        var findings = FindingReader.Read(result, worktreeRoot);
        for (var i = 0; i < findings.Count; i++)
        {
            Annotate(text, result, findings[i]);
        }

        if (findings.Count == 0)
        {
            Annotate(text, result, null);
        }
    }

    private void Annotate(TextBlock text, CheckResult result, Finding? finding)
    {
        var level = finding?.Level ?? FindingLevel.Error;
        level = result.IsWarning && level == FindingLevel.Error ? FindingLevel.Warning : level;
        if (_annotations[(int)level]++ >= MostOfALevel)
        {
            return;
        }

        text.Add(level switch { FindingLevel.Error => "::error ", FindingLevel.Warning => "::warning ", _ => "::notice " });
        if (finding is not null)
        {
            text.Add("file=").Add(EscapeProperty(finding.File));
            AddNumber(text, ",line=", finding.Line);
            AddNumber(text, ",col=", finding.Column);
            text.Add(",");
        }

        var title = finding?.Rule is { } rule ? $"{result.Name}: {rule}" : result.Name;
        text.Add("title=").Add(EscapeProperty(title)).Add("::").Add(Escape(finding?.Message ?? result.Reason ?? "failed")).EndLine();
    }

    private static void AddNumber(TextBlock text, string property, int number)
    {
        if (number > 0)
        {
            text.Add(property).Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) => Escape(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
