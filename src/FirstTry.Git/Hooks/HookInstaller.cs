using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Git.Hooks;

/// <summary>Puts our script where git looks for hooks, keeps what was there before, and gives it back.</summary>
/// <param name="startDirectory">A directory in the working tree; git finds the rest from there.</param>
/// <param name="environment">The variables git is started with, <c>GIT_DIR</c> and <c>GIT_CONFIG_*</c> among them.</param>
public sealed class HookInstaller(string startDirectory, EnvironmentBlock environment)
{
    /// <summary>Installs hooks; one that is there already in the same bytes is left untouched.</summary>
    /// <param name="names">The hooks, as git calls them; one given twice counts once.</param>
    /// <param name="force">Also writes into a hooksPath that is set for the whole user or system.</param>
    /// <param name="binaryPath">Where firsttry lies, to be found by clients without PATH; null to rely on PATH.</param>
    /// <exception cref="GitException">Nothing was changed; the message gives the ways out.</exception>
    public HookInstallation Install(IReadOnlyList<string> names, bool force, string? binaryPath)
    {
        var hooks = KnownHooks(names);
        var location = HooksLocation.Find(startDirectory, environment);
        RefuseShared(location, force);
        RefuseFile(location);
        var binary = RememberedBinary.From(binaryPath, location.Worktrees, location.CommonDirectory);
        var reports = new List<HookReport>();
        HookTransaction.Run(transaction =>
        {
            transaction.CreateDirectory(location.Directory);
            var writes = new List<HookWrite>();
            foreach (var name in hooks)
            {
                writes.Add(HookWrite.Prepare(HookPlace.Look(location.Directory, name), binary, location.IsOwn, transaction));
            }

            foreach (var write in writes)
            {
                write.Apply(transaction);
                reports.Add(write.Report());
            }
        });
        return new HookInstallation(location.Directory, reports, HooksPathMessages.AfterInstall(location.Setting));
    }

    /// <summary>Removes our scripts from where git looks and from the repository's own place, and puts back what was there before them.</summary>
    /// <exception cref="GitException">Nothing was changed.</exception>
    public HookInstallation Uninstall()
    {
        var location = HooksLocation.Find(startDirectory, environment);
        var removals = new List<HookRemoval>();
        Collect(removals, location.Directory);
        if (!location.IsOwn)
        {
            Collect(removals, location.OwnDirectory);
        }

        var reports = new List<HookReport>();
        HookTransaction.Run(transaction =>
        {
            foreach (var removal in removals)
            {
                reports.Add(removal.Apply(transaction));
            }
        });
        return new HookInstallation(location.Directory, reports, HooksPathMessages.AfterUninstall(location.Setting, reports.Count));
    }

    /// <summary>Says where git looks for hooks and what lies there.</summary>
    /// <exception cref="GitException">There is no working tree here, or hooks are switched off.</exception>
    public HookInspection Inspect()
    {
        var location = HooksLocation.Find(startDirectory, environment);
        var hooks = new List<HookStatus>();
        foreach (var name in HookNames.All)
        {
            var place = LookAt(location.Directory, name);
            if (place.State != HookState.Missing)
            {
                var earlier = place.Earlier is null ? null : Path.Combine(location.Directory, place.Earlier);
                var status = new HookStatus(name, place.Path, place.State, earlier, HookPlace.IsRunByGit(place.Path));
                hooks.Add(place.State == HookState.Foreign ? status : WithScript(status, location));
            }
        }

        return new HookInspection(location.Directory, location.Setting, hooks);
    }

    private static HookStatus WithScript(HookStatus status, HooksLocation location)
    {
        var script = File.ReadAllBytes(status.Path);
        var binary = HookScript.BinaryOf(script);
        var current = HookScript.Render(status.Name, HookScript.EarlierOf(status.Name, script), binary, location.IsOwn);
        return status with
        {
            IsOutdated = status.State == HookState.Ours && !current.AsSpan().SequenceEqual(script),
            Binary = binary is null ? null : Path.Combine(location.Worktrees[0], binary.Path),
        };
    }

    private static List<string> KnownHooks(IReadOnlyList<string> names)
    {
        var hooks = new List<string>();
        foreach (var name in names)
        {
            if (!HookNames.IsKnown(name))
            {
                var nearest = NearestName.Find(name, HookNames.All);
                var hint = nearest is null ? "See 'git help hooks' for their names." : $"Did you mean '{nearest}'?";
                throw new GitException($"Git has no hook '{name}'. {hint}");
            }

            if (!hooks.Contains(name))
            {
                hooks.Add(name);
            }
        }

        return hooks;
    }

    private static void RefuseShared(HooksLocation location, bool force)
    {
        if (location.Setting is { IsShared: true } setting && !force)
        {
            throw new GitException(HooksPathMessages.Refusal(setting, location));
        }
    }

    private static void RefuseFile(HooksLocation location)
    {
        if (HookPlace.IsTaken(location.Directory) && !Directory.Exists(location.Directory))
        {
            var cause = location.Setting is { } setting ? $" It is core.hooksPath, set in {setting.Origin}." : "";
            throw new GitException(
                $"{location.Directory}, where git looks for hooks, is not a directory.{cause} Move it away or set core.hooksPath to a directory.");
        }
    }

    private static void Collect(List<HookRemoval> removals, string directory)
    {
        foreach (var name in HookNames.All)
        {
            var place = LookAt(directory, name);
            if (place.State is HookState.Ours or HookState.Edited)
            {
                removals.Add(new HookRemoval(directory, place));
            }
        }
    }

    private static HookPlace LookAt(string directory, string name)
    {
        try
        {
            return HookPlace.Look(directory, name);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new GitException($"The hook {name} cannot be read: {failure.Message}");
        }
    }
}
