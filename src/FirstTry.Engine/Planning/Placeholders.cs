using System;
using FirstTry.Graph;

namespace FirstTry.Engine.Planning;

/// <summary>The words of a command that stand for something else.</summary>
public static class Placeholders
{
    /// <summary>Stands for the files.</summary>
    public const string Files = "{files}";

    /// <summary>Stands for the file that holds the commit message.</summary>
    public const string MessageFile = "{message_file}";

    // A script may also walk its arguments by itself.
    private const string ShellArguments = "$@";

    /// <summary>True when the command receives files as arguments.</summary>
    public static bool WantsFiles(Command command) =>
        Contains(command, Files) || (command.Script?.Contains(ShellArguments, StringComparison.Ordinal) ?? false);

    /// <summary>True when the command receives the path of the message file.</summary>
    public static bool WantsMessageFile(Command command) => Contains(command, MessageFile);

    private static bool Contains(Command command, string placeholder)
    {
        if (command.Script is { } script)
        {
            return script.Contains(placeholder, StringComparison.Ordinal);
        }

        foreach (var argument in command.Arguments)
        {
            if (argument.Contains(placeholder, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
