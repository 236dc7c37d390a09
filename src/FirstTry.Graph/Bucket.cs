namespace FirstTry.Graph;

/// <summary>The phase of a run that a check belongs to; buckets run one after another in this order.</summary>
public enum Bucket
{
    /// <summary>Reads only, finishes quickly; runs in parallel.</summary>
    Fast,

    /// <summary>May change files; runs one at a time.</summary>
    Mutating,

    /// <summary>Reads only, takes its time; runs in parallel, on what the mutating checks left.</summary>
    Slow,
}
