namespace FirstTry.Engine.Running;

/// <summary>What came of a run.</summary>
public enum Verdict
{
    /// <summary>No check objects.</summary>
    Passed,

    /// <summary>A check objects, or could not be started.</summary>
    Failed,

    /// <summary>Somebody ended the run.</summary>
    Interrupted,

    /// <summary>There was no run: the user must change something first.</summary>
    Error,
}
