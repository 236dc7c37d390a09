using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using FirstTry.Engine.Fingerprints.Tools.Companions;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>Reads the scripts of <c>package.json</c> that a command runs, as far as their text says what they run.</summary>
internal sealed class PackageScripts(PlainFiles files)
{
    private const int MostScripts = 64;

    /// <summary>Adds to a script what the scripts of packages run that it names, and those that they name in turn.</summary>
    /// <param name="folders">Where the command may run.</param>
    /// <exception cref="ObstacleException">What one of them runs is not known.</exception>
    internal void AddTo(ShellScript script, IReadOnlyList<string> folders)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(script.PackageScripts);
        while (pending.TryDequeue(out var name))
        {
            if (!done.Add(name))
            {
                continue;
            }

            if (done.Count > MostScripts)
            {
                throw new ObstacleException("what it runs is not known: its package scripts name too many others");
            }

            for (var i = 0; i < folders.Count; i++)
            {
                if (ScriptText(folders[i], name) is { } text)
                {
                    Add(script, name, text, pending);
                }
            }
        }
    }

    private static void Add(ShellScript script, string name, string text, Queue<string> pending)
    {
        var inner = ShellReader.Read(text);
        if (inner.Unreadable is { } why)
        {
            throw new ObstacleException($"what the package script '{name}' runs is not known: {why}");
        }

        // Their programs are looked for among those of the packages first.
        script.Candidates.UnionWith(inner.Programs);
        script.Candidates.UnionWith(inner.Candidates);
        script.Modules.UnionWith(inner.Modules);
        script.Folders.AddRange(inner.Folders);
        script.HasUnknownFolder |= inner.HasUnknownFolder;
        script.Sourced.UnionWith(inner.Sourced);
        foreach (var other in inner.PackageScripts)
        {
            pending.Enqueue(other);
        }
    }

    private string? ScriptText(string folder, string name)
    {
        var text = files.TextOf(Path.Combine(folder, "package.json"));
        if (text.Length == 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        try
        {
            return ScriptText(ref reader, name);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ObstacleException($"'{folder}/package.json' cannot be read");
        }
    }

    private static string? ScriptText(ref Utf8JsonReader reader, string name)
    {
        string? found = null;
        var isInScripts = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                isInScripts = reader.ValueTextEquals("scripts"u8);
            }
            else if (isInScripts && reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2 && reader.ValueTextEquals(name))
            {
                reader.Read();
                found = reader.GetString();
            }
        }

        return found;
    }
}
