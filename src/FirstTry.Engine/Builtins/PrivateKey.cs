using System;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds private keys in the text forms that key tools write.</summary>
internal sealed class PrivateKey : ContentCheck
{
    // Without the word that comes before them, so that this file is not a finding itself.
    private static readonly string[] Kinds =
    [
        "RSA PRIVATE KEY",
        "DSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "PRIVATE KEY",
        "SSH2 ENCRYPTED PRIVATE KEY",
        "PGP PRIVATE KEY BLOCK",
        "ENCRYPTED PRIVATE KEY",
        "OpenVPN Static key V1",
    ];

    /// <inheritdoc />
    public override string Name => "private-key";

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        var lines = new Lines(content);
        while (lines.MoveNext())
        {
            if (HoldsKey(lines.Current))
            {
                findings.Add(path, lines.Number, "a private key. Remove it, and replace the key: whoever saw the file can use it");
            }
        }
    }

    private static bool HoldsKey(ReadOnlySpan<byte> line)
    {
        for (var begin = line.IndexOf("BEGIN "u8); begin >= 0; begin = line.IndexOf("BEGIN "u8))
        {
            line = line[(begin + "BEGIN "u8.Length)..];
            foreach (var kind in Kinds)
            {
                if (StartsWith(line, kind))
                {
                    return true;
                }
            }
        }

        var putty = line.IndexOf("PuTTY-User-Key-File-"u8);
        return putty >= 0 && (StartsWith(line[(putty + 20)..], "2") || StartsWith(line[(putty + 20)..], "3"));
    }

    private static bool StartsWith(ReadOnlySpan<byte> line, string text) =>
        line.Length >= text.Length && Ascii.Equals(line[..text.Length], text);
}
