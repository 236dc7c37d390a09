using System;
using System.Globalization;
using System.IO;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>
/// Packages with as many files each, and one check for each package that looks for a word in all of them: the same work for firsttry and turbo.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private const string Command = "! grep -rqs FORBIDDEN src";
    private readonly TemporaryRepository _repository = TemporaryRepository.Create(test: "workspace-benchmark");
    private readonly int _packages;
    private readonly int _files;

    /// <summary>Writes and commits everything; nothing is younger than two seconds when it is done.</summary>
    public Workspace(int packages, int files)
    {
        (_packages, _files) = (packages, files);
        for (var package = 0; package < packages; package++)
        {
            for (var file = 0; file < files / packages; file++)
                _repository.Write(NameOf(package, file), string.Create(CultureInfo.InvariantCulture, $"package {package}, file {file}\n"));

            _repository.Write($"packages/p{package}/package.json", $$"""{ "name": "p{{package}}", "version": "1.0.0", "scripts": { "check": "{{Command}}" } }""" + "\n");
        }

        WriteConfigs();
        _repository.CommitAll();
        Settle();
    }

    /// <summary>The top.</summary>
    public string Root => _repository.Root;

    /// <summary>A folder that is not in the repository.</summary>
    public string Outside => _repository.Outside;

    /// <summary>What the runners are started with.</summary>
    public EnvironmentBlock Environment
    {
        get
        {
            var environment = EnvironmentBlock.FromCurrentProcess().With("TURBO_TELEMETRY_DISABLED", "1").With("DO_NOT_TRACK", "1");
            foreach (var (name, value) in _repository.Environment)
                environment = environment.With(name, value);

            return environment;
        }
    }

    /// <summary>Writes the forbidden word into the first file of every package, or takes it out again.</summary>
    public void Forbid(bool isForbidden)
    {
        for (var package = 0; package < _packages; package++)
            _repository.Write(NameOf(package, 0), isForbidden ? "FORBIDDEN\n" : string.Create(CultureInfo.InvariantCulture, $"package {package}, file 0\n"));

        _repository.Git("add", "--all");
        Settle();
    }

    /// <summary>Changes and stages one file that was not changed by this number before.</summary>
    public void Edit(int number)
    {
        _repository.Write(NameOf(number % _packages, 1), string.Create(CultureInfo.InvariantCulture, $"edit {number}\n"));
        _repository.Git("add", "--all");
        Settle();
    }

    /// <summary>Makes a folder with so many files that git ignores.</summary>
    public void AddIgnored(int files)
    {
        for (var i = 0; i < files; i++)
            _repository.Write(string.Create(CultureInfo.InvariantCulture, $"node_modules/lib{i / 100}/f{i % 100}.js"), "x\n");
    }

    /// <inheritdoc />
    public void Dispose() => _repository.Dispose();

    private void WriteConfigs()
    {
        var (checks, names) = ("", "");
        for (var package = 0; package < _packages; package++)
        {
            checks += $"  p{package}: {{ run: '{Command}', root: packages/p{package}, inputs: [\"**\"] }}\n";
            names += (package == 0 ? "" : ", ") + $"p{package}";
        }

        _repository.Write("firsttry.yml", $"version: 1\nchecks:\n{checks}hooks:\n  pre-commit: {{ checks: [{names}] }}\n");
        _repository.Write(".gitignore", "node_modules/\n.turbo/\n");
        _repository.Write("package.json", """{ "name": "w", "private": true, "packageManager": "npm@10.0.0", "workspaces": ["packages/*"] }""" + "\n");
        _repository.Write("turbo.json", """{ "tasks": { "check": { "outputs": [] } } }""" + "\n");
    }

    // Files as old as the index, or as their digest, are read again by everyone.
    private void Settle()
    {
        System.Threading.Thread.Sleep(TimeSpan.FromSeconds(2.3));
        _repository.TryGit("update-index", "--refresh", "-q");
        File.SetLastWriteTimeUtc(Path.Combine(Root, ".git/index"), DateTime.UtcNow);
    }

    private static string NameOf(int package, int file) =>
        string.Create(CultureInfo.InvariantCulture, $"packages/p{package}/src/d{file / 50}/f{file % 50}.txt");
}
