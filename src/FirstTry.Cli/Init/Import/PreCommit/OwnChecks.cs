using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.PreCommit;

/// <summary>The hooks that have a built-in check for a counterpart, with what their arguments become.</summary>
internal static class OwnChecks
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["trailing-whitespace"] = "trailing-whitespace",
        ["end-of-file-fixer"] = "end-of-file",
        ["mixed-line-ending"] = "mixed-line-ending",
        ["fix-byte-order-marker"] = "byte-order-mark",
        ["check-byte-order-marker"] = "byte-order-mark",
        ["check-merge-conflict"] = "merge-conflict",
        ["check-added-large-files"] = "large-files",
        ["check-case-conflict"] = "case-conflict",
        ["check-illegal-windows-names"] = "illegal-names",
        ["detect-private-key"] = "private-key",
        ["check-json"] = "check-json",
        ["check-toml"] = "check-toml",
        ["check-yaml"] = "check-yaml",
        ["check-xml"] = "check-xml",
        ["check-symlinks"] = "broken-symlink",
        ["check-executables-have-shebangs"] = "executable-shebang",
        ["no-commit-to-branch"] = "no-commit-to-branch",
        ["pretty-format-json"] = "json-format",
    };

    /// <summary>The built-in check for a hook of pre-commit's own; null when there is none.</summary>
    /// <param name="notes">What is not quite the same.</param>
    public static ImportedCommand? Find(string id, IReadOnlyList<string> arguments, List<string> notes)
    {
        if (!Names.TryGetValue(id, out var name) || AdapterCatalog.Find(name) is null)
        {
            return null;
        }

        var command = ImportedCommand.Named(name) with { With = OptionsOf(id, arguments, notes) };
        var onlyLooks = id == "check-byte-order-marker" || (id == "pretty-format-json" && !System.Linq.Enumerable.Contains(arguments, "--autofix"));
        return onlyLooks ? command with { Bucket = Bucket.Fast } : command;
    }

    /// <summary>The kind of files that a hook of pre-commit's own takes; null when it takes any.</summary>
    public static string? TypeOf(string id) => id switch
    {
        "check-json" or "pretty-format-json" => "json",
        "check-toml" => "toml",
        "check-xml" => "xml",
        "check-yaml" => "yaml",
        _ => null,
    };

    /// <summary>The built-in check for a hook of other well-known repositories; null when there is none.</summary>
    public static ImportedCommand? FindForeign(string id, IReadOnlyList<string> arguments)
    {
        switch (id)
        {
            case "remove-crlf":
                return ImportedCommand.Named("mixed-line-ending", ImportedOption.Of("fix", "lf"));
            case "forbid-crlf":
                return ImportedCommand.Named("mixed-line-ending", ImportedOption.Of("fix", "lf")) with { Bucket = Bucket.Fast };
            case "forbid-tabs":
                return ImportedCommand.Named("forbid-pattern", ImportedOption.Of("pattern", @"\t"), ImportedOption.Of("message", "a tab"));
            case "conventional-pre-commit":
                var types = System.Linq.Enumerable.ToList(System.Linq.Enumerable.Where(arguments, argument => !argument.StartsWith('-')));
                return ImportedCommand.Named("conventional-commit") with { With = types.Count == 0 ? [] : [new ImportedOption("types", types)] };
            case "python-check-blanket-noqa":
                return Forbid(@"(?i)#\s*noqa(?!:\s*[a-z]+[0-9]+)", "name the rules after noqa:");
            case "python-check-blanket-type-ignore":
                return Forbid(@"#\s*type:\s*ignore(?!\[)", "name the errors after type: ignore");
            case "python-use-type-annotations":
                return Forbid(@"#\s*type:(?!\s*ignore)", "an annotation instead of a comment");
            case "python-no-eval":
                return Forbid(@"(?<![\w.])eval\s*\(", "eval");
            case "python-no-log-warn":
                return Forbid(@"(?<!\w)log(ger)?\.warn\(", "warn is an old name of warning");
            case "text-unicode-replacement-char":
                return Forbid("\uFFFD", "the replacement character of a wrong encoding");
            case "rst-backticks":
                return Forbid(@"^(?!    ).*(?<![`:\w])`[^`]+`(?![`_])", "two backticks for code") with { Bucket = Bucket.Fast };
            case "python-check-mock-methods":
                return Forbid(@"\bassert .*\.(not_called|called_)|\.assert_(any_call|called|called_once|called_with|called_once_with|has_calls|not_called)(?![\w(])", "an assertion of a mock that asserts nothing");
            case "rst-inline-touching-normal":
                return Forbid(@"\w``\w", "a blank between code and text");
            case "rst-directive-colons":
                return Forbid(@"^\s*\.\. [a-z-]+:$", "a directive ends with two colons");
            default:
                return null;
        }
    }

    private static ImportedCommand Forbid(string pattern, string message) =>
        ImportedCommand.Named("forbid-pattern", ImportedOption.Of("pattern", pattern), ImportedOption.Of("message", message));

    private static List<ImportedOption> OptionsOf(string id, IReadOnlyList<string> arguments, List<string> notes)
    {
        var options = new List<ImportedOption>();
        var (branches, extensions) = (new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Part(arguments, ref i);
            switch (id, name)
            {
                case ("trailing-whitespace", "--markdown-linebreak-ext"):
                    extensions.AddRange((value ?? "*").Split(','));
                    break;
                case ("mixed-line-ending", "--fix" or "-f") when value is "auto" or "lf" or "crlf" or "no":
                    options.Add(ImportedOption.Of("fix", value));
                    break;
                case ("pretty-format-json", "--indent") when value is not null:
                    options.Add(ImportedOption.Of("indent", value));
                    break;
                case ("pretty-format-json", "--top-keys") when value is not null:
                    options.Add(new ImportedOption("top_keys", value.Split(',')));
                    break;
                case ("pretty-format-json", "--no-sort-keys"):
                    options.Add(ImportedOption.Of("sort_keys", "false"));
                    break;
                case ("pretty-format-json", "--no-ensure-ascii"):
                    options.Add(ImportedOption.Of("ascii", "false"));
                    break;
                case ("pretty-format-json", "--autofix"):
                    break;
                case ("check-added-large-files", "--maxkb") when value is not null:
                    options.Add(ImportedOption.Of("max_kb", value));
                    break;
                case ("no-commit-to-branch", "--branch" or "-b") when value is not null:
                    branches.Add(value);
                    break;
                case ("check-yaml", "--allow-multiple-documents" or "-m" or "--unsafe") or ("check-merge-conflict", "--assume-in-merge") or ("check-added-large-files", "--enforce-all"):
                    break;
                default:
                    notes.Add($"the argument {arguments[i]} has no counterpart");
                    break;
            }
        }

        Add(options, "branches", branches);
        Add(options, "markdown_extensions", extensions);
        return options;
    }

    private static void Add(List<ImportedOption> options, string name, List<string> values)
    {
        if (values.Count > 0)
        {
            options.Add(new ImportedOption(name, values));
        }
    }

    private static (string Name, string? Value) Part(IReadOnlyList<string> arguments, ref int at)
    {
        var equals = arguments[at].IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            return (arguments[at][..equals], arguments[at][(equals + 1)..]);
        }

        var name = arguments[at];
        var takesValue = name is "--fix" or "-f" or "--maxkb" or "--branch" or "-b" or "--markdown-linebreak-ext" or "--indent" or "--top-keys" or "--pattern" or "-p";
        return (name, takesValue && at + 1 < arguments.Count ? arguments[++at] : null);
    }
}
