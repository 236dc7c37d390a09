using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Engine.Adapters;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Engine.Tests.Adapters;

/// <summary>A working tree, and adapters expanded in it.</summary>
internal sealed class AdapterFolder : IDisposable
{
    private readonly TemporaryDirectory _directory;

    private AdapterFolder(TemporaryDirectory directory) => _directory = directory;

    public string Root => _directory.FullPath;

    public static AdapterFolder Create([CallerMemberName] string test = "") => new(TemporaryDirectory.Create(test));

    public AdapterFolder With(string path, string content = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory.PathOf(path))!);
        File.WriteAllText(_directory.PathOf(path), content);
        return this;
    }

    public Check Expand(string adapter, string root = ".", string? searchPath = null, params (string Name, string Value)[] options)
    {
        var given = options.GroupBy(option => option.Name).Select(option => new AdapterOption(option.Key, [.. option.Select(one => one.Value)]));
        var check = new Check("it") { Uses = new Adapter(adapter, [.. given]), Root = root };
        return AdapterRecipes.Expand(check, Root, searchPath);
    }

    public string Run(string adapter, string root = ".", string? searchPath = null, params (string Name, string Value)[] options) =>
        string.Join(' ', Expand(adapter, root, searchPath, options).Run!.Arguments);

    /// <summary>What there is to do when these files changed; those that are not there are gone.</summary>
    public string Work(string adapter, string root, string[] changed, string[]? hidden = null, params (string Name, string Value)[] options)
    {
        var expanded = Expanded(adapter, root, changed, hidden, options);
        var place = expanded.Check.Root == root ? "" : $" (in {expanded.Check.Root})";
        return expanded.SkipReason is { } reason ? "skipped: " + reason : string.Join(' ', expanded.Check.Run!.Arguments) + place;
    }

    /// <summary>What an adapter makes of a check when these files changed; those that are not there are gone.</summary>
    public ExpandedCheck Expanded(string adapter, string root, string[] changed, string[]? hidden = null, params (string Name, string Value)[] options)
    {
        var given = options.GroupBy(option => option.Name).Select(option => new AdapterOption(option.Key, [.. option.Select(one => one.Value)]));
        var check = new Check("it") { Uses = new Adapter(adapter, [.. given]), Root = root };
        var present = changed.Where(path => File.Exists(_directory.PathOf(path))).Select(RepoPath.FromText).ToArray();
        var gone = changed.Where(path => !File.Exists(_directory.PathOf(path))).Select(RepoPath.FromText).ToArray();
        var changes = new AdapterChanges(present, gone, () => [.. (hidden ?? []).Select(RepoPath.FromText)]);
        return AdapterRecipes.Expand(check, Root, searchPath: null, changes);
    }

    public void Dispose() => _directory.Dispose();
}
