using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>The page <c>docs/import.md</c>, whose tables are those of the tests.</summary>
internal static class ImportPage
{
    private static readonly Lock Writing = new();

    /// <summary>Fails where the table that starts with this line is another one; writes it where snapshots are accepted.</summary>
    public static void Shows(string start, List<string> lines)
    {
        using var _ = Writing.EnterScope();
        var table = string.Join('\n', lines) + "\n";
        var text = File.ReadAllText(FullPath());
        var first = text.IndexOf(start, StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", first, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable(Testing.Snapshot.AcceptVariable) == "1")
        {
            File.WriteAllText(FullPath(), text[..first] + table + text[end..]);
            return;
        }

        Assert.Equal(table, text[first..end]);
    }

    /// <summary>What the page calls a format.</summary>
    public static string SourceOf(string format) => format switch { "husky" => "Husky, lint-staged", "husky.net" => "Husky.Net", _ => format };

    private static string FullPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../../docs/import.md");
}
