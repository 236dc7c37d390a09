using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>Writes an import as a <c>firsttry.yml</c> that explains itself.</summary>
internal static class ImportWriter
{
    private const string Everything = "**";

    /// <summary>The text of the file.</summary>
    public static string Render(ImportedConfig config, IReadOnlyList<string> sources)
    {
        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=./firsttry.schema.json\n");
        text.Append(One($"# Imported from {string.Join(", ", sources)}.")).Append('\n');
        text.Append("# `firsttry list` shows what there is, `firsttry plan` what would run, `firsttry run` checks what you changed.\n");
        text.Append("# Checks with `bucket: mutating` may change files and run one after another; `slow` ones come last.\n");
        text.Append("# `inputs: [\"**\"]` says that a result depends on every file: name fewer, and more results are remembered.\n");
        text.Append("# A check sees few of your variables: `pass_env` names others that its command asks for.\n");
        text.Append("version: 1\n\nchecks:\n");
        var checks = new StringBuilder();
        foreach (var check in config.Checks)
        {
            WriteCheck(checks, check);
        }

        text.Append(RepeatedLists.Shorten(checks.ToString()));
        WriteProfiles(text, config);
        return text.ToString();
    }

    /// <summary>What a check says, without its name: two with the same are the same check.</summary>
    public static string BodyOf(ImportedCheck check)
    {
        var text = new StringBuilder();
        WriteBody(text, check);
        return text.ToString();
    }

    private static void WriteCheck(StringBuilder text, ImportedCheck check)
    {
        foreach (var comment in check.Comments)
        {
            text.Append("  # ").Append(One(comment)).Append('\n');
        }

        text.Append("  ").Append(YamlText.Scalar(check.Name)).Append(":\n");
        WriteBody(text, check);
    }

    private static void WriteBody(StringBuilder text, ImportedCheck check)
    {
        WriteCommand(text, check.Command);
        Write(text, "description", check.Description is { } words ? YamlText.Scalar(One(words)) : null);
        Write(text, "root", check.Root is { } root ? YamlText.Scalar(root) : null);
        Write(text, "files", Flow(FilesOf(check)));
        Write(text, "exclude", Flow(check.Exclude));
        Write(text, "inputs", check.Command.Uses is null && FilesOf(check).Count > 0 ? Flow([Everything]) : null);
        Write(text, "outputs", Flow(check.Outputs));
        Write(text, "bucket", BucketOf(check));
        Write(text, "needs", Flow(check.Needs));
        WriteEnv(text, check.Env);
        Write(text, "pass_env", Flow(check.PassedVariables));
        Write(text, "skip", check.Skip.Count == 0 ? null : $"[{string.Join(", ", check.Skip)}]");
        Write(text, "only", check.Only.Count == 0 ? null : $"[{string.Join(", ", check.Only)}]");
        Write(text, "stage", check.Stage || check.Bucket != Bucket.Mutating ? null : "false");
        Write(text, "timeout", check.Timeout);
        Write(text, "stdin", check.ReadsHookInput ? "hook" : null);
        Write(text, "interactive", check.IsInteractive ? "true" : null);
        Write(text, "hint", check.Hint is { } hint ? YamlText.Scalar(hint) : null);
        Write(text, "tags", Flow(check.Tags));
    }

    private static void WriteCommand(StringBuilder text, ImportedCommand command)
    {
        if (command.Uses is { } uses)
        {
            Write(text, "uses", uses);
            var options = new List<string>();
            foreach (var option in command.With)
            {
                options.Add($"{option.Name}: {(option.IsList ? Flow(option.Values) : YamlText.Scalar(option.Values[0]))}");
            }

            Write(text, "with", options.Count == 0 ? null : $"{{ {string.Join(", ", options)} }}");
        }
        else if (command.Script is { } script)
        {
            Write(text, "run", ScriptOf(script));
        }
        else
        {
            Write(text, "run", Flow(command.Arguments));
        }
    }

    // Several lines stay lines, where a block scalar can hold them as they are.
    private static string ScriptOf(string script)
    {
        var lines = script.Split('\n');
        var isPlain = lines.Length > 1 && !lines[0].StartsWith(' ') && script.Trim('\n').Length == script.Length;
        foreach (var character in script)
        {
            isPlain &= character == '\n' || !(char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or '\u0085' || char.IsSurrogate(character));
        }

        return isPlain ? "|-\n" + string.Join('\n', Array.ConvertAll(lines, line => line.Trim().Length == 0 ? "" : "      " + line)) : YamlText.Scalar(script);
    }

    private static void WriteEnv(StringBuilder text, IReadOnlyList<(string Name, string Value)> env)
    {
        if (env.Count == 0)
        {
            return;
        }

        text.Append("    env:\n");
        foreach (var (name, value) in env)
        {
            text.Append("      ").Append(YamlText.Scalar(name)).Append(": ").Append(YamlText.Scalar(value)).Append('\n');
        }
    }

    // A command that takes files has to say which, and so has one that mends files that it finds by itself: nothing of it would be staged. An adapter brings its own.
    private static IReadOnlyList<string> FilesOf(ImportedCheck check) =>
        check.Files.Count == 0 && check.Command.Uses is null && (check.Command.TakesFiles || check.Bucket == Bucket.Mutating) ? [Everything] : check.Files;

    private static string? BucketOf(ImportedCheck check)
    {
        var usual = check.Command.Uses is { } uses ? AdapterCatalog.Find(uses)!.Bucket : Bucket.Fast;
        return check.Bucket == usual ? null : check.Bucket switch
        {
            Bucket.Fast => "fast",
            Bucket.Mutating => "mutating",
            _ => "slow",
        };
    }

    private static void WriteProfiles(StringBuilder text, ImportedConfig config)
    {
        var (profiles, hooks) = (new StringBuilder(), new StringBuilder());
        foreach (var hook in config.Hooks)
        {
            if (hook.Checks.Count > 0)
            {
                var name = HookNames.IsKnown(hook.Name) ? hook.Name switch { "pre-commit" => "commit", "pre-push" => "push", var other => other } : hook.Name;
                profiles.Append("  ").Append(YamlText.Scalar(name)).Append(":\n    checks:\n");
                foreach (var check in hook.Checks)
                {
                    profiles.Append("      - ").Append(YamlText.Scalar(check)).Append('\n');
                }

                Write(profiles, "fail_fast", hook.FailFast switch { FailFast.Never => "never", FailFast.Now => "now", _ => null });
                _ = HookNames.IsKnown(hook.Name) ? hooks.Append("  ").Append(hook.Name).Append(": ").Append(YamlText.Scalar(name)).Append('\n') : hooks;
            }
        }

        text.Append("\nprofiles:\n").Append(profiles);
        _ = hooks.Length == 0 ? text : text.Append("\nhooks:\n").Append(hooks);
    }

    private static void Write(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    private static string? Flow(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return null;
        }

        var scalars = new List<string>();
        foreach (var text in texts)
        {
            scalars.Add(YamlText.Scalar(text));
        }

        return $"[{string.Join(", ", scalars)}]";
    }

    // One line, without what YAML does not allow even in a comment.
    private static string One(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            line.Append(char.IsControl(character) || character is '\uFEFF' || char.IsSurrogate(character) ? ' ' : character);
        }

        return line.ToString().TrimEnd();
    }
}
