namespace FirstTry.Graph;

/// <summary>What is done about a native runner whose config has changed.</summary>
public enum RunnerRebuild
{
    /// <summary>It is said, and how to build it again.</summary>
    Offer,

    /// <summary>It is built again in the background.</summary>
    Auto,

    /// <summary>Nothing is said.</summary>
    Never,
}
