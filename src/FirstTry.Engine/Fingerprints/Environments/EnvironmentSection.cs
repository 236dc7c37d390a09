using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Engine.Planning;

namespace FirstTry.Engine.Fingerprints.Environments;

/// <summary>
/// Writes the variables that a check's result depends on: those that the config sets as they are, those of the caller as digests, for they may
/// be secret. Unset is not empty.
/// </summary>
internal sealed class EnvironmentSection(FingerprintScene scene)
{
    private readonly List<string> _choosing = AllowedVariables.ChoosingIn(scene.Environment);

    /// <summary>Writes the section of a check.</summary>
    internal void Write(PlannedCheck check, DocumentWriter document)
    {
        var values = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in _choosing)
        {
            values[name] = DigestOf(name, WithoutPlaces(scene.Environment.GetBytes(name)!));
        }

        for (var i = 0; i < check.PassEnv.Count; i++)
        {
            var name = check.PassEnv[i];
            values[name] = scene.Environment.GetBytes(name) is { } value ? DigestOf(name, value) : [];
        }

        for (var i = 0; i < check.Env.Count; i++)
        {
            values[check.Env[i].Name] = Encoding.UTF8.GetBytes("=" + check.Env[i].Value);
        }

        document.Begin(Ingredient.Environment);
        foreach (var (name, value) in values)
        {
            document.Item(Encoding.UTF8.GetBytes(name), value);
        }
    }

    private static byte[] DigestOf(string name, ReadOnlySpan<byte> value) =>
        [(byte)'#', .. Sha256.Of([.. Encoding.UTF8.GetBytes(name), (byte)'=', .. value]).ToArray()];

    // What lies in this working tree or in this user's home is the same for another clone or user.
    private byte[] WithoutPlaces(byte[] value)
    {
        var text = Encoding.Latin1.GetString(value);
        text = Replace(text, scene.Worktree.Root, "\u0001");
        return Encoding.Latin1.GetBytes(Replace(text, scene.Environment["HOME"] ?? "", "\u0002"));
    }

    private static string Replace(string text, string folder, string mark) => folder.Length < 2
        ? text
        : (text + "/").Replace(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(folder)) + "/", mark + "/", StringComparison.Ordinal);
}
