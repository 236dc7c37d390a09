using System;
using System.IO;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Planning;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>Writes the facts of git that a check asks about, and what git gave the hook.</summary>
internal static class FactsSection
{
    /// <summary>Writes both sections of a check.</summary>
    /// <exception cref="ObstacleException">A fact cannot be read.</exception>
    internal static void Write(PlannedCheck planned, FingerprintScene scene, DocumentWriter document)
    {
        var check = planned.Check;
        var facts = scene.Facts;
        document.Begin(Ingredient.Git);
        if (AnyAsks(check, static condition => condition.Branch is not null) || planned.Builtin == "no-commit-to-branch")
        {
            document.Item("branch", facts.Branch() is { } branch ? "=" + branch : "");
        }

        if (planned.Builtin == "merge-conflict")
        {
            document.Item("merge or rebase", facts.IsMerging() || facts.IsRebasing() ? "=" : "");
        }

        if (AnyAsks(check, static condition => condition.Ref is not null))
        {
            document.Item("ref", facts.Ref() is { } name ? "=" + name : "");
            document.Item("pushed refs", string.Join('\n', facts.PushedRefs));
        }

        if (AnyAsks(check, static condition => condition.Merge is not null))
        {
            document.Item("merge", facts.IsMerging() ? "=" : "");
        }

        if (AnyAsks(check, static condition => condition.Rebase is not null))
        {
            document.Item("rebase", facts.IsRebasing() ? "=" : "");
        }

        WriteHook(check, scene, document);
    }

    private static void WriteHook(Check check, FingerprintScene scene, DocumentWriter document)
    {
        document.Begin(Ingredient.Hook);
        if (check.Stdin == StandardInput.Hook)
        {
            document.Item("standard input"u8, scene.HookInput is { } input ? Sha256.Of(input).ToArray() : []);
        }

        if (scene.MessageFile is { } file)
        {
            document.Item("the commit message"u8, Sha256.Of(Read(file)).ToArray());
        }
    }

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObstacleException("the commit message cannot be read");
        }
    }

    private static bool AnyAsks(Check check, Predicate<Condition> asks)
    {
        foreach (var conditions in (EquatableArray<Condition>[])[check.Skip, check.Only])
        {
            foreach (var condition in conditions)
            {
                if (asks(condition))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
