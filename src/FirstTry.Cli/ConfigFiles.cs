using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Config;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Cli;

/// <summary>Finds and reads the config of a repository.</summary>
internal static class ConfigFiles
{
    private const string Main = "firsttry";
    private const string Local = "firsttry.local";

    /// <summary>The name of the config in <paramref name="root"/>, one of them where both spellings are there, or null when there is none.</summary>
    public static string? Find(string root) => Spelling(root, Main);

    /// <summary>The names that the config of a repository may have.</summary>
    public static IReadOnlyList<string> MainNames { get; } = [Main + ".yml", Main + ".yaml"];

    /// <summary>All names that files of the config may have, the personal one included.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. MainNames, Local + ".yml", Local + ".yaml"];

    /// <summary>Whether a file with this name, at the top of a repository, is part of its config.</summary>
    public static bool IsName(string name) => name is Main + ".yml" or Main + ".yaml" or Local + ".yml" or Local + ".yaml";

    /// <summary>Reads and parses the config of <paramref name="root"/> with the personal file beside it; null when there is none.</summary>
    /// <param name="outgoing">Files whose content is not to be read from the disk, by name; null for one that is not there. Null for none.</param>
    /// <exception cref="UsageException">A file cannot be read.</exception>
    public static ConfigResult? Load(string root, Dictionary<string, byte[]?>? outgoing = null)
    {
        if (InUse(root, outgoing) is not { } files)
        {
            return null;
        }

        if (files.IsAmbiguous)
        {
            var stem = AreBoth(root, Main, outgoing) ? Main : Local;
            return new ConfigResult(CheckGraph.Empty, [ConfigParser.BothSpellings(stem + ".yml", stem + ".yaml")]);
        }

        var code = new Lazy<SortedDictionary<string, byte[]>>(() => CodeFiles.Read(root, outgoing), isThreadSafe: false);
        var config = ConfigParser.Parse(
            ReadFile(root, files.Main, outgoing),
            files.Local is { } local ? ReadFile(root, local, outgoing) : null,
            () => CodeFiles.Texts(code.Value));
        return config.Graph.UsesCode() ? config with { Graph = config.Graph with { CodeSource = CodeFiles.Digest(code.Value) } } : config;
    }

    /// <summary>The names of the files that count in <paramref name="root"/>; null when there is no config.</summary>
    /// <param name="outgoing">See <see cref="Load"/>.</param>
    public static ConfigNames? InUse(string root, Dictionary<string, byte[]?>? outgoing = null) => Spelling(root, Main, outgoing) is { } main
        ? new ConfigNames(main, Spelling(root, Local, outgoing), AreBoth(root, Main, outgoing) || AreBoth(root, Local, outgoing))
        : null;

    private static ConfigSource ReadFile(string root, string name, Dictionary<string, byte[]?>? outgoing) =>
        ConfigSource.FromBytes(name, outgoing is not null && outgoing.TryGetValue(name, out var content) ? content! : ReadBytes(root, name));

    /// <summary>The content of a config that lies in a working tree. What is named by hand may well be a pipe; what only lies there would be waited for.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static byte[] ReadBytes(string root, string name) => WorktreeFiles.IsEndless(root, RepoPath.FromText(name))
        ? throw new UsageException($"{name} is not a regular file but a pipe or a device. Replace it by a file; 'firsttry init' writes one.")
        : ReadAll(root, name);

    /// <summary>Reads one file as a config; <paramref name="path"/> is printed in its problems as it is.</summary>
    public static ConfigSource Read(string directory, string path) => ConfigSource.FromBytes(path, ReadAll(directory, path));

    private static byte[] ReadAll(string directory, string path)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(directory, path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{path}: there is no such file. 'firsttry init' writes a config.");
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(Path.Combine(directory, path)))
        {
            throw new UsageException($"{path} is a folder. Rename it: a config is a file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
    }

    // A link that leads nowhere is a config too: it cannot be read, and that is said.
    private static string? Spelling(string root, string stem, Dictionary<string, byte[]?>? outgoing = null) =>
        IsThere(root, stem + ".yml", outgoing) ? stem + ".yml" : IsThere(root, stem + ".yaml", outgoing) ? stem + ".yaml" : null;

    private static bool AreBoth(string root, string stem, Dictionary<string, byte[]?>? outgoing) =>
        IsThere(root, stem + ".yml", outgoing) && IsThere(root, stem + ".yaml", outgoing);

    private static bool IsThere(string root, string name, Dictionary<string, byte[]?>? outgoing) => outgoing is not null && outgoing.TryGetValue(name, out var content)
        ? content is not null
        : Path.Exists(Path.Combine(root, name)) || new FileInfo(Path.Combine(root, name)).LinkTarget is not null;
}
