using System;

namespace FirstTry.Testing;

/// <summary>A text is not what its snapshot says.</summary>
public sealed class SnapshotException : Exception
{
    /// <summary>A failure without a message.</summary>
    public SnapshotException()
    {
    }

    /// <summary>Names the files that differ.</summary>
    public SnapshotException(string message)
        : base(message)
    {
    }

    /// <summary>Names the files that differ and what led there.</summary>
    public SnapshotException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
