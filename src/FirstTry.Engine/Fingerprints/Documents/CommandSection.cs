using System.Globalization;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>Writes what is started.</summary>
internal static class CommandSection
{
    /// <summary>The item that stands for the sources of checks written in C#.</summary>
    internal const string Sources = "sources in C#";

    /// <summary>Writes the section of a check.</summary>
    internal static void Write(PlannedCheck planned, DocumentWriter document)
    {
        var check = planned.Check;
        document.Begin(Ingredient.Command);
        if (planned.KnownAs is { } command)
        {
            Write(document, command, "script", "argument");
        }
        else
        {
            WriteBuiltin(planned, document);
            WriteOptions(check, document);
        }

        if (check.Fix is { } fix)
        {
            Write(document, fix, "fix script", "fix argument");
        }

        document.Item("root", check.Root);
        document.Item("stdin", ((int)check.Stdin).ToString(CultureInfo.InvariantCulture));
        document.Item("timeout", check.Timeout?.ToString() ?? "");
        document.Item("bucket", planned.Bucket == Bucket.Mutating ? "mutating" : "");
        foreach (var glob in check.Outputs?.Including ?? [])
        {
            document.Item("output", glob.Pattern);
        }

        foreach (var glob in check.Outputs?.Excluding ?? [])
        {
            document.Item("output", "!" + glob.Pattern);
        }
    }

    private static void Write(DocumentWriter document, Command command, string script, string argument)
    {
        if (command.Script is { } text)
        {
            document.Item(script, text);
            return;
        }

        foreach (var word in command.Arguments)
        {
            document.Item(argument, word);
        }
    }

    private static void WriteBuiltin(PlannedCheck planned, DocumentWriter document)
    {
        if (planned.Check.Uses is not { IsCode: true })
        {
            document.Item("built-in check", planned.Builtin!);
            return;
        }

        document.Item("check in C#", planned.Builtin!);
        document.Item(Sources, planned.CodeSource ?? throw new ObstacleException("its sources are not known"));
    }

    private static void WriteOptions(Check check, DocumentWriter document)
    {
        foreach (var option in check.Uses!.With)
        {
            foreach (var value in option.Values)
            {
                document.Item("option " + option.Name, value);
            }
        }
    }
}
