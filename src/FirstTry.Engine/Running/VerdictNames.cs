namespace FirstTry.Engine.Running;

/// <summary>The stable names of verdicts in JSON.</summary>
public static class VerdictNames
{
    /// <summary>The name of a verdict, such as <c>interrupted</c>.</summary>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Failed => "failed",
        Verdict.Interrupted => "interrupted",
        _ => "error",
    };
}
