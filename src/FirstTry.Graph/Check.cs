namespace FirstTry.Graph;

/// <summary>One check of <c>firsttry.yml</c>: what it runs, on which files, and under which conditions.</summary>
/// <param name="Name">The key below <c>checks</c>, unique in a graph.</param>
public sealed record Check(string Name)
{
    /// <summary>The value of <see cref="Cpus"/> that takes every worker: the check runs alone.</summary>
    public const int AllCpus = int.MaxValue;

    /// <summary>The command; null exactly when <see cref="Uses"/> is given.</summary>
    public Command? Run { get; init; }

    /// <summary>The adapter or built-in check; null exactly when <see cref="Run"/> is given.</summary>
    public Adapter? Uses { get; init; }

    /// <summary>The phase; null when the file does not say: fast, or what the adapter of <see cref="Uses"/> brings along.</summary>
    public Bucket? Bucket { get; init; }

    /// <summary>Shown by <c>list</c> and in reports; null when not given.</summary>
    public string? Description { get; init; }

    /// <summary>The working directory, relative to the repository root, without a trailing slash; "." is the root itself.</summary>
    public string Root { get; init; } = ".";

    /// <summary>Selects the files handed to the command; null when the check runs without files.</summary>
    public GlobSet? Files { get; init; }

    /// <summary>What <see cref="Files"/> leaves out; null when nothing.</summary>
    public GlobSet? Exclude { get; init; }

    /// <summary>Content that the verdict depends on beside <see cref="Files"/>; null when not given.</summary>
    public GlobSet? Inputs { get; init; }

    /// <summary>Patterns for names of files that count in every folder above <see cref="Root"/>, where a tool looks for its config too; adapters bring them along.</summary>
    public EquatableArray<string> ParentInputs { get; init; }

    /// <summary>Places outside of <see cref="Root"/>, relative to the repository, whose files count too; an empty one is all of it. Adapters find them.</summary>
    public EquatableArray<string> OuterInputs { get; init; }

    /// <summary>Ignored or generated files that are inputs too; may be absolute or start with "~/". Null when not given.</summary>
    public GlobSet? ExtraInputs { get; init; }

    /// <summary>What the check may write beside its files; null when not given.</summary>
    public GlobSet? Outputs { get; init; }

    /// <summary>Variables set for this check, on top of those of the graph and the profile.</summary>
    public EquatableArray<EnvironmentVariable> Env { get; init; }

    /// <summary>Names of variables handed through from the caller.</summary>
    public EquatableArray<string> PassEnv { get; init; }

    /// <summary>Checks that come first and must pass.</summary>
    public CheckReferences Needs { get; init; }

    /// <summary>Further programs whose content belongs in the fingerprint.</summary>
    public EquatableArray<string> Tools { get; init; }

    /// <summary>The command that mends what <see cref="Run"/> finds; null when not given.</summary>
    public Command? Fix { get; init; }

    /// <summary>After which the whole process tree is ended; null when never.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>How many worker tokens the check takes, at least 1, or <see cref="AllCpus"/>.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>Checks with the same name here never overlap; null when free.</summary>
    public string? Exclusive { get; init; }

    /// <summary>Whether and for how long a result is remembered.</summary>
    public CachePolicy Cache { get; init; } = CachePolicy.Always;

    /// <summary>The check is skipped when one of these holds.</summary>
    public EquatableArray<Condition> Skip { get; init; }

    /// <summary>The check is skipped unless one of these holds; empty: no restriction.</summary>
    public EquatableArray<Condition> Only { get; init; }

    /// <summary>In pre-commit, whether what a mutating check fixed goes into the commit.</summary>
    public bool Stage { get; init; } = true;

    /// <summary>Whether a failure is a warning.</summary>
    public bool AllowFailure { get; init; }

    /// <summary>What the command reads.</summary>
    public StandardInput Stdin { get; init; }

    /// <summary>Whether the check takes the terminal and runs alone.</summary>
    public bool Interactive { get; init; }

    /// <summary>Printed under a failure; null when not given.</summary>
    public string? Hint { get; init; }

    /// <summary>For <c>--tag</c> and <c>tag:NAME</c> in profiles.</summary>
    public EquatableArray<string> Tags { get; init; }
}
