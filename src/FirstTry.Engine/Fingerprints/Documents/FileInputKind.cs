namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>What an input is: the first byte of its value in a document.</summary>
internal enum FileInputKind : byte
{
    /// <summary>Not there, which counts too.</summary>
    Absent = (byte)'-',

    /// <summary>A regular file; its digest is that of its bytes.</summary>
    File = (byte)'f',

    /// <summary>The same, executable.</summary>
    Executable = (byte)'x',

    /// <summary>Not executable for its owner as git means it, but for others: root may execute it, and the owner may not.</summary>
    PartlyExecutable = (byte)'p',

    /// <summary>A symbolic link; its digest is that of its text.</summary>
    Symlink = (byte)'l',

    /// <summary>The commit that the index has of a submodule.</summary>
    Submodule = (byte)'s',

    /// <summary>A folder without anything in it, or without anything that git would look at.</summary>
    EmptyFolder = (byte)'d',

    /// <summary>Only that there is something counts.</summary>
    Listed = (byte)'n',
}
