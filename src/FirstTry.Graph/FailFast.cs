namespace FirstTry.Graph;

/// <summary>What happens to the rest of a run after a failure.</summary>
public enum FailFast
{
    /// <summary>Everything that can run does.</summary>
    Never,

    /// <summary>The bucket is finished, later ones are skipped.</summary>
    Bucket,

    /// <summary>Running checks are ended, waiting ones do not start.</summary>
    Now,
}
