using System;
using FirstTry.Git.Internal.Index;

namespace FirstTry.Git.Internal;

/// <summary>What is said of an index that is not as git wrote it. git itself reads such a file as far as it can, and makes up what is missing.</summary>
internal static class DamagedIndex
{
    /// <summary>The error.</summary>
    /// <param name="defect">What is wrong, as the end of a sentence.</param>
    public static GitException Exception(string defect) =>
        new($"The index of this repository is damaged: {defect}. 'git reset' writes it anew from the last commit; files are left as they are.");

    /// <summary>Whether a file ends with the checksum of what comes before it. One of zeros stands for none (<c>index.skipHash</c>); SHA-256 is not looked at.</summary>
    public static bool HasChecksum(ReadOnlySpan<byte> file, int idLength)
    {
        if (idLength != Sha1.Length || file.Length < Sha1.Length)
        {
            return idLength != Sha1.Length;
        }

        var checksum = file[^Sha1.Length..];
        return !checksum.ContainsAnyExcept((byte)0) || checksum.SequenceEqual(Sha1.Of(file[..^Sha1.Length]));
    }
}
