using System;
using System.Globalization;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>What built-in checks and adapters look at beside their files and inputs.</summary>
internal static class KnownHabits
{
    private const int UsualLimit = 500;
    private const int BytesPerKilobyte = 1024;

    /// <summary>Adds the names of files whose existence matters.</summary>
    /// <exception cref="ObstacleException">The verdict depends on something that is not known.</exception>
    internal static void Add(PlannedCheck planned, CheckInputs inputs)
    {
        switch (planned.Check.Uses?.Name)
        {
            case "case-conflict":
                inputs.Aside.Add(Names(inputs.Tree, "all paths", static _ => true));
                break;
            case "large-files":
                RequireSmall(planned.Check, inputs);
                break;
            case "ruff" or "flake8":
                // Which imports are of the project itself is seen by the names of its modules.
                inputs.Aside.Add(Names(inputs.Tree, "names of modules", static path =>
                    path.EndsWith(".py"u8) || path.EndsWith(".pyi"u8)));
                break;
        }
    }

    private static SideFile Names(Tree tree, string name, Func<ReadOnlySpan<byte>, bool> isTaken)
    {
        var names = new Sha256();
        for (var i = 0; i < tree.Count; i++)
        {
            if (isTaken(tree.PathOf(i)))
            {
                names.Append(tree.PathOf(i));
                names.Append([0]);
            }
        }

        return new SideFile(RepoPath.FromText(name), FileInputKind.Listed, names.Finish());
    }

    // Attributes of git decide about large files: those of all folders, of the repository and of the user.
    private static void RequireSmall(Check check, CheckInputs inputs)
    {
        var limit = UsualLimit;
        foreach (var option in check.Uses!.With)
        {
            if (option.Name == "max_kb" && option.Values.Count > 0 && int.TryParse(option.Values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var given))
            {
                limit = given;
            }
        }

        foreach (var place in inputs.Handed)
        {
            if (inputs.Tree.StatOf(place).Size > (long)limit * BytesPerKilobyte)
            {
                throw new ObstacleException($"'{inputs.Tree.CopyPathOf(place)}' is large, and only git's attributes tell whether git LFS keeps it");
            }
        }

        foreach (var file in inputs.HandedAside)
        {
            if (file.Stat.Size > (long)limit * BytesPerKilobyte)
            {
                throw new ObstacleException($"'{file.Name}' is large, and only git's attributes tell whether git LFS keeps it");
            }
        }
    }
}
