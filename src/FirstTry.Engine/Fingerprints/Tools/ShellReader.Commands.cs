using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <content>What a command says about programs: its first word, or what follows a word that runs others.</content>
internal sealed partial class ShellReader
{
    // What every sh answers itself, without a program.
    private static readonly HashSet<string> OfTheShell = new(StringComparer.Ordinal)
    {
        ":", "[", "bg", "break", "continue", "echo", "exit", "false", "fg", "getopts", "jobs", "kill", "let", "printf", "popd", "pwd", "return", "set",
        "shift", "shopt", "test", "times", "true", "ulimit", "umask", "unalias", "wait",
    };

    private static readonly HashSet<string> OfVariables = new(StringComparer.Ordinal)
    {
        "declare", "export", "local", "read", "readonly", "typeset", "unset",
    };

    private static readonly HashSet<string> Shells = new(StringComparer.Ordinal) { "ash", "bash", "dash", "ksh", "sh", "zsh" };

    // They run what their arguments name; which of those that is, they decide.
    private static readonly HashSet<string> RunningOthers = new(StringComparer.Ordinal)
    {
        "bun", "bunx", "chroot", "doas", "env", "find", "flock", "hatch", "ionice", "nice", "nohup", "npm", "npx", "parallel", "pdm", "pipenv", "pnpm", "pnpx", "poetry",
        "rye", "setsid", "stdbuf", "strace", "sudo", "time", "timeout", "unbuffer", "uv", "uvx", "watch", "xargs", "yarn",
    };

    /// <summary>What a command can run that no shell reads.</summary>
    internal static ShellScript Read(IEnumerable<string> arguments)
    {
        var script = new ShellScript();
        var words = new List<ShellWord>();
        foreach (var argument in arguments)
        {
            words.Add(new ShellWord(argument, IsPlain: true, IsQuoted: true));
        }

        new ShellReader("", script, depth: 0).NoteProgram(words);
        return script;
    }

    /// <summary>True for the name or path of a shell that reads what this one reads.</summary>
    internal static bool IsShell(string program) => Shells.Contains(program[(program.LastIndexOf('/') + 1)..]);

    private void NoteCommand(List<ShellWord> words)
    {
        var first = words[0];
        if (!first.IsPlain || (!first.IsQuoted && IsExpandedByShell(first.Text)))
        {
            Refuse($"a program in it is not named by plain text, near '{first.Text}'");
            return;
        }

        var arguments = words.GetRange(1, words.Count - 1);
        switch (first.Text)
        {
            case "eval":
                NoteText(arguments, "'eval'");
                break;
            case "trap":
                NoteText(arguments.Count > 0 && arguments[0].Text is not ("-" or "--") ? arguments.GetRange(0, 1) : arguments, "'trap'");
                break;
            case "." or "source":
                NoteSourced(arguments);
                break;
            case "alias" when arguments.Count > 0:
                Refuse("it gives other names to commands (alias)");
                break;
            case "cd" or "chdir" or "pushd":
                NoteFolder(arguments);
                break;
            case "exec" or "command" or "builtin":
                NoteRest(arguments);
                break;
            case "type" or "hash" or "which":
                arguments.FindAll(word => word.IsPlain).ForEach(word => _script.Programs.Add(word.Text));
                goto default;
            case var name when OfVariables.Contains(name):
                arguments.ForEach(NoteVariable);
                break;
            default:
                NoteProgram(words);
                break;
        }
    }

    private void NoteProgram(List<ShellWord> words)
    {
        var name = words[0].Text;
        var arguments = words.GetRange(1, words.Count - 1);
        if (name.Length > 0 && !OfTheShell.Contains(name))
        {
            _script.Programs.Add(name);
        }

        if (Shells.Contains(name[(name.LastIndexOf('/') + 1)..]))
        {
            NoteShell(arguments);
        }
        else if (RunningOthers.Contains(name[(name.LastIndexOf('/') + 1)..]))
        {
            arguments.FindAll(word => word.IsPlain && word.Text is [not '-', ..]).ForEach(word => _script.Candidates.Add(word.Text));
            NotePackageScripts(name, arguments);
        }

        NoteModule(arguments);
    }

    // npm test, npm run lint, yarn lint: with what npm itself runs before and after.
    private void NotePackageScripts(string name, List<ShellWord> arguments)
    {
        if (name is not ("npm" or "yarn" or "pnpm" or "bun"))
        {
            return;
        }

        foreach (var word in arguments)
        {
            if (word.IsPlain && word.Text is [not '-', ..])
            {
                var script = word.Text is "t" or "tst" ? "test" : word.Text;
                _script.PackageScripts.UnionWith([script, "pre" + script, "post" + script]);
            }
        }
    }

    // python -m NAME, also behind what runs other programs.
    private void NoteModule(List<ShellWord> arguments)
    {
        var option = arguments.FindIndex(word => word.Text == "-m");
        if (option >= 0 && option + 1 < arguments.Count && arguments[option + 1].IsPlain)
        {
            _script.Modules.Add(arguments[option + 1].Text.Split('.')[0]);
        }
    }

    // sh -c 'text' runs the text, sh file the file.
    private void NoteShell(List<ShellWord> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var isOption = arguments[i].Text is ['-' or '+', ..];
            if (isOption && !arguments[i].Text.StartsWith("--", StringComparison.Ordinal) && arguments[i].Text.Contains('c', StringComparison.Ordinal))
            {
                NoteText(i + 1 < arguments.Count ? arguments.GetRange(i + 1, 1) : [], "a shell");
                return;
            }

            if (!isOption)
            {
                if (arguments[i].IsPlain)
                {
                    _script.Candidates.Add(arguments[i].Text);
                }

                return;
            }
        }
    }

    private void NoteText(List<ShellWord> words, string what)
    {
        if (!words.TrueForAll(word => word.IsPlain))
        {
            Refuse($"it gives {what} a text that is not plain");
            return;
        }

        ReadInto(string.Join(' ', words.ConvertAll(word => word.Text)), _script, _depth + 1);
    }

    private void NoteSourced(List<ShellWord> arguments)
    {
        if (arguments.Count == 0 || !arguments[0].IsPlain)
        {
            Refuse("it reads a script whose name is not plain text");
        }
        else
        {
            _script.Sourced.Add(arguments[0].Text);
        }
    }

    private void NoteFolder(List<ShellWord> arguments)
    {
        var target = arguments.Find(word => word.Text is not ("-L" or "-P" or "-e" or "--"));
        if (arguments.Count > 0 && (!target.IsPlain || target.Text == "-"))
        {
            _script.HasUnknownFolder = true;
        }
        else
        {
            _script.Folders.Add(arguments.Count == 0 ? "~" : target.Text);
        }
    }

    // exec -a NAME is not of every sh; what follows the options is the command.
    private void NoteRest(List<ShellWord> arguments)
    {
        var start = arguments.FindIndex(word => word.Text is not ['-', ..] || !word.IsPlain);
        if (arguments.Exists(word => word.Text.StartsWith("-a", StringComparison.Ordinal)))
        {
            Refuse("it runs a program under another name (exec -a)");
        }
        else if (start >= 0)
        {
            NoteCommand(arguments.GetRange(start, arguments.Count - start));
        }
    }

    private void NoteVariable(ShellWord word)
    {
        if (word.Text is ['-', ..] && word.IsPlain)
        {
            return;
        }

        if (!word.IsPlain && !word.Text.Contains('=', StringComparison.Ordinal))
        {
            Refuse("it sets a variable whose name is not plain text");
        }
        else
        {
            NoteAssignment(word.Text);
        }
    }

    private void NoteAssignment(string text)
    {
        var name = text.Split('=', 2)[0].TrimEnd('+');
        if (name is "PATH" or "ENV" or "BASH_ENV" or "CDPATH")
        {
            Refuse($"it sets {name}: set it with 'env' in the config");
        }
    }

    private static bool IsAssignment(ShellWord word)
    {
        var equals = word.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || char.IsAsciiDigit(word.Text[0]))
        {
            return false;
        }

        var name = word.Text.AsSpan(0, equals).TrimEnd('+');
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    // Braces in shells that know more than POSIX; the home of another user.
    private static bool IsExpandedByShell(string text) =>
        (text.Contains('{', StringComparison.Ordinal) && text.Length > 1)
        || (text.StartsWith('~') && !text.StartsWith("~/", StringComparison.Ordinal));
}
