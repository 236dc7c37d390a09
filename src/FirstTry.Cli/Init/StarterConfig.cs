using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Scriban;
using Scriban.Runtime;

namespace FirstTry.Cli.Init;

/// <summary>Writes the <c>firsttry.yml</c> that a repository starts with.</summary>
internal static class StarterConfig
{
    private const string Resource = "init/firsttry.yml.scriban";

    /// <summary>The text of the file, from the template in <c>templates/init</c>.</summary>
    public static string Render(RepositoryFindings findings)
    {
        var names = new CheckNames();
        var checks = new ScriptArray();
        var (quick, slow) = (new ScriptArray(), new ScriptArray());
        foreach (var check in NeededFirst(findings.Checks))
        {
            var name = YamlText.Scalar(names.Give(check));
            checks.Add(Describe(check, name, names));
            (check.IsSlow ? slow : quick).Add(name);
        }

        var values = new ScriptObject();
        values.SetValue("kinds", findings.Kinds.Count == 0 ? null : Comment(string.Join(", ", findings.Kinds)), readOnly: true);
        values.SetValue("checks", checks, readOnly: true);
        values.SetValue("quick", Flow(quick), readOnly: true);
        values.SetValue("slow", slow.Count == 0 ? null : Flow(slow), readOnly: true);
        var context = new TemplateContext { StrictVariables = true, NewLine = "\n" };
        context.PushGlobal(values);
        return Template.Parse(ReadTemplate(), "templates/" + Resource).Render(context);
    }

    private static ScriptObject Describe(ProposedCheck check, string name, CheckNames names)
    {
        var needs = new ScriptArray();
        foreach (var need in check.Needs)
        {
            if (names.Find(check.Root, need) is { } given)
            {
                needs.Add(YamlText.Scalar(given));
            }
        }

        var with = new ScriptArray();
        foreach (var option in check.With)
        {
            with.Add($"{option.Name}: {(option.Name == "paths" ? FlowOf(option.Values) : YamlText.Scalar(option.Values[0]))}");
        }

        var values = new ScriptObject();
        values.SetValue("name", name, readOnly: true);
        values.SetValue("uses", check.Uses, readOnly: true);
        values.SetValue("description", YamlText.Scalar(check.Description), readOnly: true);
        values.SetValue("root", check.Root == "." ? null : YamlText.Scalar(check.Root), readOnly: true);
        values.SetValue("bucket", check.Bucket, readOnly: true);
        values.SetValue("files", FlowOf(check.Files), readOnly: true);
        values.SetValue("exclude", FlowOf(check.Exclude), readOnly: true);
        values.SetValue("with", with.Count == 0 ? null : string.Join(", ", with), readOnly: true);
        values.SetValue("needs", needs.Count == 0 ? null : Flow(needs), readOnly: true);
        return values;
    }

    // So that a name is given before another check refers to it.
    private static List<ProposedCheck> NeededFirst(IReadOnlyList<ProposedCheck> checks)
    {
        var ordered = new List<ProposedCheck>();
        foreach (var needing in (bool[])[false, true])
        {
            foreach (var check in checks)
            {
                if (check.Needs.Count > 0 == needing)
                {
                    ordered.Add(check);
                }
            }
        }

        return ordered;
    }

    private static string? FlowOf(IReadOnlyList<string> texts)
    {
        var scalars = new ScriptArray();
        foreach (var text in texts)
        {
            scalars.Add(YamlText.Scalar(text));
        }

        return scalars.Count == 0 ? null : Flow(scalars);
    }

    private static string Flow(ScriptArray scalars) => $"[{string.Join(", ", scalars)}]";

    // A line separator in a folder's name would end the comment.
    private static string Comment(string text) => text.ReplaceLineEndings(" ");

    private static string ReadTemplate()
    {
        using var stream = typeof(StarterConfig).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource '{Resource}' is not part of the program.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
