using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Adapters.Reaching;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>Looks through the code of a project for what makes it find files outside of its folder while it runs.</summary>
internal sealed class CodeReading(Reach reach, IReadOnlyCollection<string> words)
{
    // Code that climbs from where it runs, or asks where the sources are, may read any file of the repository.
    private static readonly SearchValues<string> Climbing = SearchValues.Create(
        ["\"../", "\"..\\", "\"..\"", "/../", "\\..\\", "/..\"", "\\..\"", "GetParent(", "CallerFilePath", ".sln", ".csproj", ".fsproj", ".vbproj", "rev-parse", "Directory.Parent"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Code = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".fs", ".vb", ".csx", ".fsx", ".razor", ".cshtml", ".tt", ".json", ".xml", ".config", ".runsettings", ".txt", ".csproj", ".fsproj", ".vbproj", ".props", ".targets",
    };

    /// <summary>Reads everything below a folder but what building made.</summary>
    /// <exception cref="IOException">Something cannot be read.</exception>
    internal void Read(string folder)
    {
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var current))
        {
            foreach (var entry in new DirectoryInfo(current).EnumerateFileSystemInfos())
            {
                if (entry.LinkTarget is not null)
                {
                    reach.AddPlace("");
                }
                else if (entry is DirectoryInfo)
                {
                    if (entry.Name is not ("bin" or "obj" or ".git" or "node_modules"))
                    {
                        pending.Push(entry.FullName);
                    }
                }
                else if (Code.Contains(entry.Extension))
                {
                    ReadFile(entry);
                }
            }
        }
    }

    private void ReadFile(FileSystemInfo file)
    {
        // One character a byte: what is looked for is ASCII.
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName));
        if (SolutionFile.IsProject(file.Name) || file.Extension is ".props" or ".targets")
        {
            AddWords(text);
            return;
        }

        if (text.AsSpan().IndexOfAny(Climbing) >= 0 || (text.Contains("DirectoryInfo", StringComparison.Ordinal) && text.Contains(".Parent", StringComparison.Ordinal)))
        {
            reach.AddPlace("");
        }

        AddWords(text);
    }

    private void AddWords(string text)
    {
        foreach (var word in words)
        {
            if (!reach.Words.Contains(word) && text.Contains(word, StringComparison.Ordinal))
            {
                reach.AddWord(word);
            }
        }
    }
}
