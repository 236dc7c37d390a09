using System;
using System.IO;
using System.Runtime.CompilerServices;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>What npm installs, from local tarballs, where there is no SDK and no configuration of a user.</summary>
public sealed class NpmPackageTests
{
    private static readonly string[] Commands = ["sh", "env", "git", "node", "npm", "npx"];

    [Fact]
    public void What_npm_installed_writes_a_config_and_stops_a_bad_commit()
    {
        using var repository = WithNodeAlone();
        var packages = Pack(repository, "packages");

        Succeed(repository, "npm", ["install", "--save-dev", "--offline", "--no-audit", "--no-fund", .. packages]);
        Succeed(repository, "npx", ["--no-install", "firsttry", "init"]);
        repository.Write("a.txt", "<<<<<<< ours\n");
        repository.Git("add", "--all");
        var bad = repository.TryGit("commit", "--quiet", "-m", "bad");
        repository.Write("a.txt", "fine\n");
        repository.Git("add", "--all");
        var good = repository.TryGit("commit", "--quiet", "-m", "good");

        Assert.True(bad.ExitCode == 1 && bad.Error.Contains("a.txt:1", StringComparison.Ordinal), bad.ToString());
        Assert.True(good.ExitCode == 0, good.ToString());
    }

    [Fact]
    public void The_exit_code_is_that_of_the_program_and_a_missing_platform_is_named()
    {
        using var repository = WithNodeAlone();
        Succeed(repository, "npm", ["install", "--offline", "--no-audit", "--no-fund", .. Pack(repository, "packages")]);

        var unknown = repository.Run("npx", ["--no-install", "firsttry", "rum"]);
        Directory.Delete(repository.PathOf("node_modules/@firsttry"), recursive: true);
        var missing = repository.Run("npx", ["--no-install", "firsttry", "--version"]);

        Assert.True(unknown.ExitCode == 2 && unknown.Error.Contains("run", StringComparison.Ordinal), unknown.ToString());
        Assert.True(missing.ExitCode == 2 && missing.Error.Contains("the package @firsttry/", StringComparison.Ordinal), missing.ToString());
    }

    [Fact]
    public void Packed_twice_they_are_the_same_bytes()
    {
        using var repository = WithNodeAlone();

        var first = Pack(repository, "first");
        var second = Pack(repository, "second");

        Assert.Equal(2, first.Length);
        Assert.Equal(Array.ConvertAll(first, File.ReadAllBytes), Array.ConvertAll(second, File.ReadAllBytes));
    }

    private static string[] Pack(TemporaryRepository repository, string name)
    {
        var folder = Path.Combine(repository.Outside, name);
        var packed = repository.Run(
            Path.Combine(PublishedBinary.RepositoryRoot, ".ci", "pack-npm"), [Path.GetDirectoryName(PublishedBinary.Location)!, folder]);
        Assert.True(packed.ExitCode == 0, packed.ToString());
        var packages = Directory.GetFiles(folder, "*.tgz");
        Array.Sort(packages, StringComparer.Ordinal);
        return packages;
    }

    private static void Succeed(TemporaryRepository repository, string program, string[] arguments)
    {
        var result = repository.Run(program, arguments);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    // A path on which there is no dotnet, a home with nothing in it.
    private static TemporaryRepository WithNodeAlone([CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        var commands = Directory.CreateDirectory(Path.Combine(repository.Outside, "commands")).FullName;
        foreach (var command in (string[])[.. Commands, "sed", "mktemp", "realpath", "dirname", "rm", "mkdir", "cp", "find", "bash"])
        {
            File.CreateSymbolicLink(Path.Combine(commands, command), Where(command));
        }

        repository.Environment["PATH"] = commands;
        repository.Environment["HOME"] = Directory.CreateDirectory(Path.Combine(repository.Outside, "home")).FullName;
        repository.Environment["XDG_CACHE_HOME"] = Path.Combine(repository.Outside, "cache");
        repository.Write("package.json", "{ \"private\": true }\n");
        repository.Write(".gitignore", "node_modules\n");
        return repository;
    }

    private static string Where(string command)
    {
        foreach (var folder in Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator))
        {
            if (File.Exists(Path.Combine(folder, command)))
            {
                return Path.Combine(folder, command);
            }
        }

        throw new InvalidOperationException($"{command} is not on the path: .ci/run installs what the tests need");
    }
}
