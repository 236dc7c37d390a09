using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using FirstTry.Cli.Build;
using FirstTry.Cli.Composition;
using FirstTry.Git;
using FirstTry.Git.Hooks;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry build</c>: compiles the config into a native runner that the hooks of this repository start.</summary>
internal static class BuildCommand
{
    public const string Verb = "build";

    /// <summary>Set for the build that a hook starts: it leaves at once where another one is at work.</summary>
    public const string InBackground = "--in-background";

    public static Command Create(Invocation invocation)
    {
        var remove = new Option<bool>("--remove") { Description = "Remove the runners of this repository; the hooks run firsttry itself again." };
        var background = new Option<bool>(InBackground) { Hidden = true };
        var command = new Command(Verb, "Compile the config into a native runner that the hooks of this repository start. Needs the .NET SDK and a linker.") { remove, background };
        command.SetAction(result =>
        {
            var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
            var place = new RunnerPlace(worktree.CommonDirectory);
            try
            {
                return result.GetValue(remove) ? Remove(invocation, place) : Build(invocation, worktree, place, result.GetValue(background));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"the runners in {place.Folder} cannot be written: {exception.Message} Mend that and try again: the hooks run firsttry itself until then, as before.");
            }
        });
        return command;
    }

    private static int Build(Invocation invocation, Worktree worktree, RunnerPlace place, bool isInBackground)
    {
        using var interruption = Interruption.Listen();
        using var turn = isInBackground
            ? BuildLock.TryTake(place)
            : BuildLock.Take(place, () => invocation.Say("waiting for another build of this repository"), interruption.Token);
        if (turn is null)
        {
            return ExitCode.Passed;
        }

        if (GraphSource.Load(invocation, worktree) is not { } graph)
        {
            return ExitCode.Usage;
        }

        var source = RunnerSource.Read(worktree.Root, invocation.Program ?? throw new UsageException("the path of this program is not known, and a runner needs it."), graph.UsesCode());
        var kit = RunnerKit.Find(invocation.Program);
        Toolchain.Require(invocation.Directory, invocation.Environment);
        if (isInBackground)
        {
            // Stands until it is done, however that ends.
            File.WriteAllText(place.Failed, source.Origin.Name + "\n");
        }

        var started = TimeProvider.System.GetTimestamp();
        if (new RunnerBuild(invocation, place, kit).Run(source, interruption.Token) is { } output)
        {
            invocation.Error.Write(output);
            invocation.Say("the runner could not be compiled. The hooks run firsttry itself, as before.");
            return ExitCode.Usage;
        }

        File.Delete(place.Failed);
        Tell(invocation, place, source.Origin, TimeProvider.System.GetElapsedTime(started));
        PointHooks(invocation);
        return ExitCode.Passed;
    }

    private static void Tell(Invocation invocation, RunnerPlace place, RunnerOrigin origin, TimeSpan time)
    {
        const double Megabyte = 1_000_000;
        var runner = place.Executable(origin.Name);
        var size = new FileInfo(runner).Length / Megabyte;
        var files = origin.Local is null ? origin.Config : $"{origin.Config} and {origin.Local}";
        invocation.WriteLine(string.Create(CultureInfo.InvariantCulture, $"compiled {files} in {time.TotalSeconds:0.0} s: {runner} ({size:0.0} MB)"));
    }

    // Scripts of earlier versions do not look for a runner.
    private static void PointHooks(Invocation invocation)
    {
        var installer = new HookInstaller(invocation.Directory, invocation.Environment);
        var (ours, outdated) = (0, new List<string>());
        foreach (var hook in installer.Inspect().Hooks)
        {
            ours += hook.State == HookState.Ours ? 1 : 0;
            if (hook is { State: HookState.Ours, IsOutdated: true })
            {
                outdated.Add(hook.Name);
            }
        }

        if (outdated.Count > 0)
        {
            InstallCommand.Install(invocation, outdated, force: false);
        }

        invocation.WriteLine(ours > 0
            ? "the hooks start it from the next commit on, and firsttry itself whenever the config has changed"
            : "no hook starts it yet: 'firsttry install' installs the hooks");
    }

    private static int Remove(Invocation invocation, RunnerPlace place)
    {
        if (!Directory.Exists(place.Folder))
        {
            invocation.WriteLine("there is no runner");
            return ExitCode.Passed;
        }

        // The file that hooks look at goes first: none starts what is about to go.
        File.Delete(place.Current);
        Directory.Delete(place.Folder, recursive: true);
        invocation.WriteLine("removed the runners; the hooks run firsttry itself");
        return ExitCode.Passed;
    }
}
