using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Graph;

namespace FirstTry.Cli.Composition;

/// <summary>Reads a list of file names, separated or ended by NUL bytes.</summary>
internal static class FileList
{
    /// <summary>The names in <paramref name="source"/>, a file or <c>-</c> for standard input.</summary>
    /// <exception cref="UsageException">The list cannot be read.</exception>
    public static IReadOnlyList<byte[]> Read(Invocation invocation, string source)
    {
        var content = source == "-" ? invocation.ReadInput() : ReadFile(Path.Combine(invocation.Directory, source), source);
        var names = new List<byte[]>();
        foreach (var range in content.AsSpan().Split((byte)0))
        {
            var name = content.AsSpan()[range];
            if (!name.IsEmpty)
            {
                names.Add(name.ToArray());
            }
        }

        return names;
    }

    private static byte[] ReadFile(string path, string source)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"--files-from: there is no file '{source}'.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--files-from: '{source}' cannot be read: {exception.Message}");
        }
    }
}
