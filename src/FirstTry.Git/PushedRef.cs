using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Git;

/// <summary>One line of what git gives a pre-push hook on its standard input.</summary>
/// <param name="LocalId">The commit or tag to be pushed; all zeros when the remote ref is to be deleted.</param>
/// <param name="RemoteId">What the remote has now; all zeros when it has nothing.</param>
public sealed record PushedRef(string LocalRef, string LocalId, string RemoteRef, string RemoteId)
{
    /// <summary>True when the push deletes the remote ref and so adds nothing.</summary>
    public bool IsDeletion => IsZero(LocalId);

    /// <summary>True when the remote has no such ref yet.</summary>
    public bool IsNew => IsZero(RemoteId);

    /// <summary>Reads the lines that git wrote.</summary>
    /// <exception cref="GitException">A line is not of the form that githooks(5) describes.</exception>
    public static IReadOnlyList<PushedRef> Parse(byte[] input)
    {
        var refs = new List<PushedRef>();
        foreach (var line in Encoding.UTF8.GetString(input).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.TrimEnd('\r').Split(' ');
            refs.Add(fields is [var localRef, var localId, var remoteRef, var remoteId] && IsId(localId) && IsId(remoteId)
                ? new PushedRef(localRef, localId, remoteRef, remoteId)
                : throw new GitException($"pre-push was given '{line}', which is not '<local ref> <local id> <remote ref> <remote id>'."));
        }

        return refs;
    }

    private static bool IsZero(string id) => id.AsSpan().TrimStart('0').IsEmpty;

    private static bool IsId(string id)
    {
        foreach (var character in id)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }
        }

        return id.Length is 40 or 64;
    }
}
