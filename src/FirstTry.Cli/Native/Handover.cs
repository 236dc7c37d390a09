using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Store;
using FirstTry.Git;
using FirstTry.Processes;

namespace FirstTry.Cli.Native;

/// <summary>A runner whose config has changed is not asked: another program takes its place, in the same process.</summary>
internal static class Handover
{
    /// <summary>Tells the one who takes over why: <see cref="ConfigChanged"/> or <see cref="ProgramChanged"/>.</summary>
    public const string Variable = "FIRSTTRY_HANDOVER";

    public const string ConfigChanged = "config";

    public const string ProgramChanged = "program";

    // Where the script of a hook looks too; see templates/hooks.
    private static readonly string[] PlacesAtHome = [".dotnet/tools", ".local/bin"];
    private static readonly string[] Places = ["/usr/local/bin", "/opt/homebrew/bin"];

    /// <summary>
    /// Does not return from a runner that is out of date, unless nobody is there to take over. What it returns reads the config itself
    /// then: the graph that was compiled is not used in any case.
    /// </summary>
    public static Invocation Settle(Invocation invocation, Worktree worktree)
    {
        if (invocation.Image is not { } image || image.IsFresh(worktree.Root))
        {
            return invocation;
        }

        ToSibling(invocation, image, worktree.Root);
        if (image.IsMadeBySameProgram && image.HasCodeOf(worktree.Root))
        {
            // Nobody else has the checks written in C#, and these did not change: the config is read here.
            return invocation with { Image = null };
        }

        var isSame = image.IsMadeBySameProgram || !File.Exists(image.Origin.Program);
        ToProgram(invocation, image, isSame ? ConfigChanged : ProgramChanged);
        return invocation with { Image = null };
    }

    /// <summary>Becomes <c>firsttry</c>; returns only when there is none.</summary>
    public static void ToProgram(Invocation invocation, RunnerImage image, string? why)
    {
        var environment = invocation.Environment.With(Variable, why);
        foreach (var program in Candidates(invocation, image))
        {
            if (File.Exists(program) && program != invocation.ProcessPath)
            {
                _ = ProcessReplacement.Become(program, ProcessArguments.Of([.. invocation.Arguments]), environment);
            }
        }
    }

    // Another branch or worktree may have its own runner. One that was itself asked by another asks no third.
    private static void ToSibling(Invocation invocation, RunnerImage image, string root)
    {
        if (invocation.Environment.IsSet(Variable) || !image.IsMadeBySameProgram || invocation.ProcessPath is not { } self
            || ConfigFiles.InUse(root) is not { IsAmbiguous: false } files)
        {
            return;
        }

        var origin = image.Origin with
        {
            ConfigDigest = ContentId.Of(ConfigFiles.ReadBytes(root, files.Main)),
            LocalDigest = files.Local is null ? null : ContentId.Of(ConfigFiles.ReadBytes(root, files.Local)),
        };
        foreach (var code in CodeDigests(root))
        {
            var sibling = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(self))!, (origin with { CodeDigest = code }).Name, Path.GetFileName(self));
            if (sibling != self && File.Exists(sibling))
            {
                _ = ProcessReplacement.Become(sibling, ProcessArguments.Of([.. invocation.Arguments]), invocation.Environment.With(Variable, ConfigChanged));
            }
        }
    }

    // Whether the config uses any is not known without reading it: a runner bears the one name or the other.
    private static string?[] CodeDigests(string root) =>
        CodeFiles.In(root).Count == 0 ? [null] : [null, CodeFiles.Digest(CodeFiles.Read(root))];

    /// <summary>Why the runner that is asked is out of date, or the one that handed over was; null when none is.</summary>
    public static string? Reason(Invocation invocation, Worktree worktree) =>
        invocation.Environment[Variable] is { Length: > 0 } given ? given
        : invocation.Image is { IsMadeBySameProgram: true } image && !image.IsFresh(worktree.Root) ? ConfigChanged
        : null;

    private static IEnumerable<string> Candidates(Invocation invocation, RunnerImage image)
    {
        var name = OperatingSystem.IsWindows() ? "firsttry.exe" : "firsttry";
        yield return image.Origin.Program;
        foreach (var folder in (invocation.Environment["PATH"] ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Path.Combine(invocation.Directory, folder, name);
        }

        yield return Path.Combine(invocation.Directory, "node_modules", ".bin", name);
        foreach (var place in PlacesAtHome)
        {
            yield return Path.Combine(invocation.Environment["HOME"] ?? "/", place, name);
        }

        foreach (var place in Places)
        {
            yield return Path.Combine(place, name);
        }
    }
}
