using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Decides how pytest is started, and which files of tests it may leave out.</summary>
internal sealed class PytestRun
{
    // Below this, starting workers takes longer than what they save.
    private const int FewTests = 4;

    private static readonly string[] Workless = ["-n", "--numprocesses", "--dist", "--pdb", "--trace", "-s", "--capture", "no:xdist", "-x", "--maxfail"];

    private readonly AdapterScene _scene;
    private readonly string _config;

    private PytestRun(AdapterScene scene)
    {
        _scene = scene;
        _config = PytestConfig.TextOf(scene);
    }

    /// <summary>The work of a check.</summary>
    internal static AdapterWork Of(AdapterScene scene)
    {
        var run = new PytestRun(scene);
        var outer = ClimbingSources.PlacesOf(scene);
        var work = scene.ChoiceOf("select", "all", "affected") == "all" || scene.Changes is not { } changes
            ? new AdapterWork(run.Command([], hasMany: true))
            : run.Narrowed(changes, outer);
        return work with { Outer = outer };
    }

    private AdapterWork Narrowed(AdapterChanges changes, EquatableArray<string> outer)
    {
        PytestSelection selection;
        try
        {
            selection = changes.Meet(outer, _scene.Check.Root) ? PytestSelection.Everything("what lies beside its root changed") : PytestSelection.Of(_scene, changes, _config);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            selection = PytestSelection.Everything("a source cannot be read");
        }

        if (selection.WhyAll is { } why)
        {
            return new AdapterWork(Command([], hasMany: true)) { Scope = $"all tests: {why}" };
        }

        var count = selection.Count - selection.LeftOut.Count;
        var work = new AdapterWork(Command(selection.LeftOut, count > FewTests)) { Scope = $"{count} of {selection.Count} files of tests" };
        return count > 0 ? work : work with { SkipReason = "no test is reached by what changed" };
    }

    // Left out are files that are known to be unaffected, and nothing is named: what pytest collects besides stays as its config says.
    private Command Command(IReadOnlyList<string> leftOut, bool hasMany)
    {
        var words = new List<string>(PythonTools.Module(_scene, "pytest"));
        if (!IsSaid("no:cacheprovider"))
        {
            words.AddRange(["--ff", "--nf"]);
        }

        if (hasMany && !Array.Exists(Workless, IsSaid) && PythonTools.HasPackage(_scene, "xdist"))
        {
            words.AddRange(["-n", "auto"]);
        }

        words.AddRange(_scene.Args);
        foreach (var file in leftOut)
        {
            words.Add("--ignore=" + file);
        }

        words.AddRange(_scene.Paths);
        return Graph.Command.Exec([.. words]);
    }

    private bool IsSaid(string option)
    {
        foreach (var argument in _scene.Args)
        {
            if (argument.StartsWith(option, StringComparison.Ordinal) || (option.Contains(':', StringComparison.Ordinal) && argument.Contains(option, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return _config.Contains(option.StartsWith('-') ? option + (option.Length == 2 ? " " : "") : option, StringComparison.Ordinal);
    }
}
