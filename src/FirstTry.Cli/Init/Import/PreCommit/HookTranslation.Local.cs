using System;
using System.Collections.Generic;

namespace FirstTry.Cli.Init.Import.PreCommit;

internal sealed partial class HookTranslation
{
    private ImportedCommand LocalCommand()
    {
        var entry = hook["entry"].Text ?? "";
        var language = hook["language"].Text ?? "system";
        switch (language)
        {
            case "fail":
                return new ImportedCommand { Script = $"printf '%s\\n' {Quote(entry.Trim())} {{files}} >&2; exit 1" };
            case "pygrep":
                return PatternCommand(entry);
            case "docker" or "docker_image":
                Notes.Add("docker run mounts the repository as /src here, which is what pre-commit does by default");
                return Program(["docker", "run", "--rm", "-v", ".:/src", "-w", "/src", .. WordsOf(entry)], Arguments, null);
            default:
                var words = WordsOf(entry);
                if (language is not ("system" or "script" or "unsupported" or "unsupported_script"))
                {
                    var wanted = string.Join(' ', hook["additional_dependencies"].Texts());
                    _comments.Add($"pre-commit ran it in an environment of its own ({language}){(wanted.Length > 0 ? $". Install: {wanted}" : ", with nothing but this repository in it")}");
                }

                return Program(words, Arguments, null);
        }
    }

    private static List<string> WordsOf(string entry) => ShellWords.Split(entry) is { Count: > 0 } words ? words : [entry.Length == 0 ? "false" : entry];

    private ImportedCommand PatternCommand(string entry)
    {
        var ignoresCase = System.Linq.Enumerable.Any(Arguments, argument => argument is "-i" or "--ignore-case");
        if (!IsForMessage && !System.Linq.Enumerable.Any(Arguments, argument => argument is "--multiline" or "--negate"))
        {
            if (IsPattern(entry))
            {
                IsBuiltin = true;
                return ImportedCommand.Named("forbid-pattern", ImportedOption.Of("pattern", (ignoresCase ? "(?i)" : "") + entry), ImportedOption.Of("message", hook["name"].Text ?? _id));
            }
        }

        Notes.Add("the expression is searched for with grep -P");
        var isNegated = System.Linq.Enumerable.Contains(Arguments, "--negate");
        var options = $"-{(ignoresCase ? "i" : "")}{(System.Linq.Enumerable.Contains(Arguments, "--multiline") ? "z" : "")}P{(isNegated ? "L" : "l")}";
        return new ImportedCommand
        {
            Script = $"found=$(grep {options} -e {Quote(entry)} -- {(IsForMessage ? "\"$FIRSTTRY_MESSAGE_FILE\"" : "{files}")}); code=$?; [ $code -le 1 ] || exit $code; [ -z \"$found\" ] || {{ printf '%s\\n' \"$found\"; exit 1; }}",
        };
    }

    private static bool IsPattern(string entry)
    {
        try
        {
            _ = new System.Text.RegularExpressions.Regex(entry);
            return entry.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
