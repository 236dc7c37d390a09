using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Builtins;

/// <summary>
/// Each row of the table is a file with what the hook of pre-commit-hooks makes of it, written down when the hook ran on it, and what ours does where that differs, with
/// the reason. The last test adds up what differs.
/// </summary>
public sealed class Beside_pre_commit_hooks
{
    public static TheoryData<string> Checks => [.. Rows().Select(row => row.Check).Distinct()];

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_check_says_what_the_hook_says_or_the_table_says_why_not(string check)
    {
        var rows = Rows().Where(row => row.Check == check).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal($"{row.Line}: {row.Expected}", $"{row.Line}: {Run(row)}"));
    }

    [Fact]
    public void What_differs_has_a_reason_and_what_does_not_has_none() =>
        Assert.All(Rows(), row => Assert.Equal(row.Ours.Length > 0, row.Why.Length > 0 && row.Ours != row.Theirs));

    private static List<HookRow> Rows([CallerFilePath] string here = "")
    {
        var lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "beside-pre-commit-hooks.txt"));
        return [.. lines.Select((line, index) => (line, index)).Where(row => !row.line.StartsWith('#')).Select(row => HookRow.Parse(row.line, row.index + 1))];
    }

    private static string Run(HookRow row)
    {
        using var scene = BuiltinScene.Create($"row{row.Line}").With("a.txt", row.Content);
        var isShebang = row.Check == "executable-shebang";
        if (isShebang && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(scene.Root, "a.txt"), (UnixFileMode)0b111_101_101);
        }

        var options = row.Options.Where(option => option.Name != "joining").ToArray();
        var mayWrite = AdapterCatalog.Find(row.Check)!.Bucket == Bucket.Mutating;
        var outcome = scene.Run(row.Check, context => context with { MayWrite = mayWrite, IsJoining = () => options.Length < row.Options.Count }, options);

        var mended = scene.Read("a.txt");
        return mended != row.Content ? "fix:" + HookRow.Escape(mended) : outcome.Passed || (isShebang && OperatingSystem.IsWindows()) ? "pass" : "fail";
    }
}
