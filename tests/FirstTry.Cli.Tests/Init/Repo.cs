using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Cli.Init;
using FirstTry.Config;
using FirstTry.Git;
using FirstTry.Graph;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Cli.Tests.Init;

/// <summary>A made-up repository and the config that it starts with.</summary>
internal sealed class Repo : IDisposable
{
    private readonly TemporaryRepository _repository;

    private Repo(TemporaryRepository repository) => _repository = repository;

    public static Repo Create([CallerMemberName] string test = "") => new(TemporaryRepository.Create(test: test));

    public Repo With(string path, string content = "")
    {
        _repository.Write(path, content);
        return this;
    }

    public RepositoryFindings Scan()
    {
        var environment = _repository.Environment.Aggregate(
            EnvironmentBlock.FromCurrentProcess(), (block, variable) => block.With(variable.Key, variable.Value));
        return RepositoryScan.Run(Worktree.Find(_repository.Root, environment), environment);
    }

    public string Render() => StarterConfig.Render(Scan());

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

    public void Dispose() => _repository.Dispose();
}
