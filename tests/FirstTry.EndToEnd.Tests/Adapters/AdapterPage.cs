using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Adapters;

/// <summary>A repository whose config is the example of an adapter's page, with the real tool.</summary>
internal sealed class AdapterPage : IDisposable
{
    private AdapterPage(TemporaryRepository repository) => Repository = repository;

    public TemporaryRepository Repository { get; }

    /// <summary>A folder that <c>.ci/run</c> fills with tools.</summary>
    public static string Tools(string kind)
    {
        var folder = Path.Combine(PublishedBinary.RepositoryRoot, "artifacts", kind);
        return Directory.Exists(folder) ? folder : throw new InvalidOperationException($"'{folder}' is missing: .ci/run installs the tools that these tests drive.");
    }

    public static AdapterPage Open(string adapter, string test)
    {
        var repository = TemporaryRepository.Create(test: test);
        var page = File.ReadAllText(Path.Combine(PublishedBinary.RepositoryRoot, "docs", "adapters", adapter + ".md"));
        repository.Write("firsttry.yml", "version: 1\n" + page.Split("```yaml\n")[1].Split("```")[0]);
        repository.Write(".gitignore", "node_modules\nbin/\nobj/\ntarget/\n");
        foreach (var (name, value) in new Dictionary<string, string?>
        {
            // A home of its own would make the SDK greet, and look for packages and its first-run marks anew.
            ["HOME"] = adapter.StartsWith("dotnet", StringComparison.Ordinal) || adapter.StartsWith("cargo", StringComparison.Ordinal)
                ? Environment.GetEnvironmentVariable("HOME")
                : repository.Outside,
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["MSBUILDDISABLENODEREUSE"] = "1",
        })
        {
            repository.Environment[name] = value;
        }

        return new AdapterPage(repository);
    }

    /// <summary>The tools of Node as packages of a project.</summary>
    public void UseNodeTools(string folder = ".") =>
        Directory.CreateSymbolicLink(Repository.PathOf(Path.Combine(folder, "node_modules")), Path.Combine(Tools("node-tools"), "node_modules"));

    public CommandResult Run(params string[] arguments) => Repository.Firsttry(["run", "--all-files", .. arguments]);

    /// <summary>Commits everything, then runs what a change of files would run.</summary>
    public CommandResult RunChanged(params (string Path, string Content)[] files)
    {
        Repository.CommitAll();
        foreach (var (path, content) in files)
        {
            Repository.Write(path, content);
        }

        return Repository.Firsttry("run");
    }

    public void Dispose() => Repository.Dispose();
}
