using System.IO;
using FirstTry.Cli.Native;
using FirstTry.Engine.Running;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Build;

/// <summary>What follows when a runner has handed over because it is out of date. The verdict is there already, and nothing here changes it.</summary>
internal static class Rebuild
{
    /// <summary>Offers a build or starts one in the background, as the personal config says; does nothing where no runner handed over.</summary>
    public static void AfterHandover(Invocation invocation)
    {
        if (invocation.Image is null && !invocation.Environment.IsSet(Handover.Variable))
        {
            return;
        }

        var worktree = Worktree.Find(invocation.Directory, invocation.Environment);
        if (Handover.Reason(invocation, worktree) is not { } why)
        {
            return;
        }

        if (ConfigFiles.Load(worktree.Root) is not { HasErrors: false, Graph: var graph })
        {
            return;
        }

        if (graph.Rebuild == RunnerRebuild.Offer)
        {
            invocation.Say($"{What(why)} since 'firsttry build': {(invocation.Image is null ? "firsttry itself ran the checks" : "it was read anew")}. 'firsttry build' compiles anew; with 'build: auto' in firsttry.local.yml that is done in the background.");
        }
        else if (graph.Rebuild == RunnerRebuild.Auto)
        {
            StartInBackground(invocation, worktree, graph, why);
        }
    }

    private static string What(string why) => why == Handover.ProgramChanged ? "firsttry has changed" : "the config has changed";

    private static void StartInBackground(Invocation invocation, Worktree worktree, CheckGraph graph, string why)
    {
        var place = new RunnerPlace(worktree.CommonDirectory);
        if (invocation.Program is not { } program || !IsNobodyBuilding(place))
        {
            return;
        }

        if (place.FailedName() == RunnerSource.Read(worktree.Root, program, graph.UsesCode()).Origin.Name)
        {
            invocation.Say($"{What(why)} since 'firsttry build', and the build in the background failed: see {place.Log}, and try 'firsttry build'.");
            return;
        }

        var failure = DetachedProcess.Start(
            new ProcessSpec
            {
                Program = program,
                Arguments = ProcessArguments.Of(Commands.BuildCommand.Verb, Commands.BuildCommand.InBackground),
                WorkingDirectory = worktree.Root,
                Environment = GitVariables.RemoveFrom(invocation.Environment, []).With(Handover.Variable, null),
            },
            place.Log);
        invocation.Say(failure is null
            ? $"{What(why)} since 'firsttry build': a new runner is compiled in the background."
            : $"{What(why)} since 'firsttry build', and no build was started: {program} was {failure}");
    }

    private static bool IsNobodyBuilding(RunnerPlace place)
    {
        try
        {
            using var turn = BuildLock.TryTake(place);
            return turn is not null;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
