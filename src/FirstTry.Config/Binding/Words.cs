using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>The words of the language that stand for a value of the graph.</summary>
internal static class Words
{
    public static readonly Choices<Bucket> Bucket = new(
        ("fast", FirstTry.Graph.Bucket.Fast),
        ("mutating", FirstTry.Graph.Bucket.Mutating),
        ("slow", FirstTry.Graph.Bucket.Slow));

    public static readonly Choices<StandardInput> Stdin = new(
        ("none", StandardInput.None),
        ("files", StandardInput.Files),
        ("hook", StandardInput.Hook));

    public static readonly Choices<FailFast> FailFast = new(
        ("never", FirstTry.Graph.FailFast.Never),
        ("bucket", FirstTry.Graph.FailFast.Bucket),
        ("now", FirstTry.Graph.FailFast.Now));

    public static readonly Choices<FileSelection> Files = new(
        ("staged", FileSelection.Staged),
        ("changed", FileSelection.Changed),
        ("pushed", FileSelection.Pushed),
        ("all", FileSelection.All));

    public static readonly Choices<RunnerRebuild> Rebuild = new(
        ("offer", RunnerRebuild.Offer),
        ("auto", RunnerRebuild.Auto),
        ("never", RunnerRebuild.Never));

    public static readonly Choices<Isolation> Isolate = new(
        ("tracked", Isolation.Tracked),
        ("all", Isolation.All),
        ("none", Isolation.None));

    /// <summary>True for the mode that also writes.</summary>
    public static readonly Choices<bool> RemoteMode = new(("read", false), ("read-write", true));

    /// <summary>Systems stand for themselves: a condition keeps the word.</summary>
    public static readonly Choices<int> Os = new(("linux", 0), ("macos", 1), ("windows", 2));

    /// <summary>The word of the language for a bucket.</summary>
    public static string Of(Bucket bucket) => Bucket.Names[(int)bucket];
}
