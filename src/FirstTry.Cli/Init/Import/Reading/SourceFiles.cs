using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;
using System.Text;
using FirstTry.Cli.Init.Import.Patterns;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Reading;

/// <summary>The files of a repository that an import reads.</summary>
internal sealed class SourceFiles(string root)
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The first of these paths that is a file; null when none is.</summary>
    public string? FindFirst(params string[] paths) => Array.Find(paths, path => File.Exists(Path.Combine(root, path)));

    /// <summary>The names of the files directly in a folder, in order; none when there is no such folder.</summary>
    public IReadOnlyList<string> NamesIn(string folder)
    {
        var path = Path.Combine(root, folder);
        if (!Directory.Exists(path))
        {
            return [];
        }

        var names = new List<string>();
        foreach (var file in Directory.GetFiles(path))
        {
            names.Add(Path.GetFileName(file));
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>The first file below a folder of the repository, not at its top, for which this holds; packages and hidden folders are not looked into.</summary>
    /// <param name="isWanted">Asks for the path, with slashes.</param>
    public string? FindBelow(Func<string, bool> isWanted)
    {
        foreach (var file in new FileSystemEnumerable<string>(root, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), Below)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.FileName.StartsWith('.') && entry.FileName is not ("node_modules" or "bin" or "obj" or "vendor"),
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && entry.Directory.Length > entry.RootDirectory.Length && entry.FileName.Contains('.'),
        })
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            if (isWanted(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>The files whose kind no common extension tells, in order; no scripts where files have no mode.</summary>
    public IReadOnlyList<ShebangScript> Scripts()
    {
        var scripts = new List<ShebangScript>();
        foreach (var file in new FileSystemEnumerable<string>(root, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), Below)
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not (".git" or "node_modules" or ".venv" or "venv" or ".tox"),
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        })
        {
            var (name, path) = (Path.GetFileName(file), Path.GetRelativePath(root, file).Replace('\\', '/'));
            if (RareKinds.Of(name) is { } kind)
            {
                scripts.Add(new ShebangScript(path, kind.Tags) { Glob = kind.Glob });
            }
            else if (!name.Contains('.', StringComparison.Ordinal) && IsExecutable(file) && ShebangScript.TagsOf(FirstLineOf(file)) is { Count: > 0 } tags)
            {
                scripts.Add(new ShebangScript(path, tags));
            }
        }

        scripts.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return scripts;
    }

    private static bool IsExecutable(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;

    private static string FirstLineOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            Span<byte> start = stackalloc byte[200];
            var line = Encoding.Latin1.GetString(start[..stream.Read(start)]);
            return line.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? line[..end] : line;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The text of a file.</summary>
    /// <exception cref="UsageException">It cannot be read, or is not UTF-8.</exception>
    public string TextOf(string path)
    {
        try
        {
            var text = Strict.GetString(File.ReadAllBytes(Path.Combine(root, path)));
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be imported: {exception.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{path} cannot be imported: it is not UTF-8.");
        }
    }

    /// <summary>The value of a JSON file when its name ends so, of a YAML file otherwise.</summary>
    public ForeignNode Read(string path) => path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".jsonc", StringComparison.Ordinal)
        ? ForeignJson.Read(path, TextOf(path))
        : ForeignYaml.Read(path, TextOf(path));
}
