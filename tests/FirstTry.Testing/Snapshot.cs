using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace FirstTry.Testing;

/// <summary>
/// Compares text with a file beside the test. What differs is written next to it as <c>*.received.*</c>; with
/// <c>FIRSTTRY_ACCEPT_SNAPSHOTS=1</c> in the environment it becomes the new expectation instead.
/// </summary>
public static class Snapshot
{
    /// <summary>The variable that accepts what is received.</summary>
    public const string AcceptVariable = "FIRSTTRY_ACCEPT_SNAPSHOTS";

    /// <summary>Compares with <c>name.verified.extension</c> in the directory of the calling test.</summary>
    /// <exception cref="SnapshotException">The text differs, or there is nothing to compare it with.</exception>
    public static void Match(string actual, string name, string extension = "txt", [CallerFilePath] string caller = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(caller)!, name);
        var (verified, received) = ($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        throw new SnapshotException(
            expected is null
                ? $"{verified} is not there yet. Look at {received}; {AcceptVariable}=1 accepts it."
                : $"{verified} differs from {received} in line {FirstDifference(expected, actual)}; {AcceptVariable}=1 accepts the new text.");
    }

    private static int FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && string.Equals(left[line], right[line], StringComparison.Ordinal))
        {
            line++;
        }

        return line + 1;
    }
}
