using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;

namespace FirstTry.Cli.Init.Import.Lefthook;

/// <summary>What the jobs of a hook or a group have in common.</summary>
internal sealed record LefthookScope
{
    /// <summary>True when one job waits for the one before.</summary>
    public bool IsPiped { get; init; }

    public string? Root { get; init; }

    public IReadOnlyList<string> Glob { get; init; } = [];

    public IReadOnlyList<string> Exclude { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Env { get; init; } = [];

    /// <summary>The tags whose jobs are left out.</summary>
    public IReadOnlyList<string> ExcludeTags { get; init; } = [];

    public IReadOnlyList<ForeignNode> Skip { get; init; } = [];

    public IReadOnlyList<ForeignNode> Only { get; init; } = [];

    /// <summary>The scope of a hook.</summary>
    public static LefthookScope Of(ForeignNode hook) => new()
    {
        IsPiped = hook["piped"].IsTrue,
        ExcludeTags = hook["exclude_tags"].Texts(),
        Skip = [hook["skip"]],
        Only = [hook["only"]],
    };

    /// <summary>The scope of a job within this one.</summary>
    public LefthookScope Within(ForeignNode job) => this with
    {
        Root = job["root"].Text ?? Root,
        Glob = job.Has("glob") ? job["glob"].Texts() : Glob,
        Exclude = [.. Exclude, .. job["exclude"].Texts()],
        Env = [.. Env, .. EnvOf(job["env"])],
        Skip = [.. Skip, job["skip"]],
        Only = job.Has("only") ? [job["only"]] : Only,
    };

    private static List<(string Name, string Value)> EnvOf(ForeignNode env)
    {
        var variables = new List<(string, string)>();
        foreach (var (name, value) in env.Entries)
        {
            variables.Add((name, value.Text ?? ""));
        }

        return variables;
    }
}
