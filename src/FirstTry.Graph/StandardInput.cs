namespace FirstTry.Graph;

/// <summary>What a command reads on its standard input.</summary>
public enum StandardInput
{
    /// <summary>Nothing: end of file at once.</summary>
    None,

    /// <summary>The files, each ended by a NUL byte.</summary>
    Files,

    /// <summary>What git gave the hook.</summary>
    Hook,
}
