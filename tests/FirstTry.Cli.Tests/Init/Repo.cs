using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Cli.Init;
using FirstTry.Config;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Cli.Tests.Init;

/// <summary>A made-up repository and the config that it starts with.</summary>
internal sealed class Repo : IDisposable
{
    private readonly TemporaryDirectory _directory;

    private Repo(TemporaryDirectory directory) => _directory = directory;

    public static Repo Create([CallerMemberName] string test = "") => new(TemporaryDirectory.Create(test));

    public Repo With(string path, string content = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory.PathOf(path))!);
        File.WriteAllText(_directory.PathOf(path), content);
        return this;
    }

    public string Render() => StarterConfig.Render(RepositoryScan.Run(_directory.FullPath));

    /// <summary>The graph of the config; fails on any problem in it.</summary>
    public CheckGraph Graph()
    {
        var text = Render();
        var result = ConfigParser.Parse(new ConfigSource("firsttry.yml", text));
        Assert.True(result.Problems.IsEmpty, string.Join('\n', result.Problems) + "\n" + text);
        return result.Graph;
    }

    /// <summary>The proposed checks beside those that every repository gets, as <c>name: adapter</c> or <c>name: adapter @ root</c>.</summary>
    public IReadOnlyList<string> Proposed() =>
    [
        .. Graph().Checks
            .Where(check => check.Name is not ("merge-conflict" or "private-key" or "large-files" or "case-conflict"))
            .Select(check => check.Root == "." ? $"{check.Name}: {check.Uses!.Name}" : $"{check.Name}: {check.Uses!.Name} @ {check.Root}"),
    ];

    public void Dispose() => _directory.Dispose();
}
