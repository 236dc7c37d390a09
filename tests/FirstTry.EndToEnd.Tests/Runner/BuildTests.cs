using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>What a build needs, and what is left when it cannot be had: everything as before.</summary>
public sealed class BuildTests
{
    private const string Config = "version: 1\nchecks: { one: { run: \"true\" } }\nhooks: { pre-commit: { checks: [one] } }\n";

    [Fact]
    public void Without_an_SDK_it_is_said_and_commits_go_on()
    {
        using var repository = WithTools();

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains(".NET SDK 10", build.Error, StringComparison.Ordinal);
        Assert.Contains("https://dot.net", build.Error, StringComparison.Ordinal);
        Assert.Contains("as before", build.Error, StringComparison.Ordinal);
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "--message", "good").ExitCode);
    }

    [Fact]
    public void A_runtime_without_an_SDK_is_not_enough()
    {
        using var repository = WithTools();
        Tool(repository, "dotnet", "exit 0");

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("dotnet --list-sdks", build.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_linker_it_is_said()
    {
        using var repository = WithTools();
        Tool(repository, "dotnet", "echo '10.0.401 [/usr/share/dotnet/sdk]'");

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("neither clang nor gcc", build.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_compiler_says_of_a_failure_is_shown_and_commits_go_on()
    {
        using var repository = WithTools();
        Tool(repository, "clang", "exit 0");
        Tool(repository, "dotnet", "[ \"$1\" = --list-sdks ] && echo '10.0.401 [/sdk]' && exit 0; echo 'no packages for you'; exit 1");

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("no packages for you", build.Error, StringComparison.Ordinal);
        Assert.Contains("as before", build.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.PathOf(".git/firsttry/runner/current")));
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "--message", "good").ExitCode);
    }

    [Fact]
    public void What_was_compiled_and_does_not_start_is_never_put_before_a_commit()
    {
        using var repository = WithTools();
        Tool(repository, "clang", "exit 0");
        Tool(repository, "dotnet", "[ \"$1\" = --list-sdks ] && echo '10.0.401 [/sdk]' && exit 0; mkdir -p out; printf '#!/bin/sh\\nexit 9\\n' > out/firsttry-runner; chmod +x out/firsttry-runner");

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("does not answer", build.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.PathOf(".git/firsttry/runner/current")));
    }

    [Fact]
    public void A_config_with_an_error_is_not_compiled()
    {
        using var repository = WithTools();
        repository.Write("firsttry.yml", "version: 1\nchecks: { one: { rnu: \"true\" } }\n");

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("firsttry.yml(2,18): error FT0004", build.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_config_there_is_nothing_to_compile()
    {
        using var repository = WithTools();
        File.Delete(repository.PathOf("firsttry.yml"));

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("'firsttry init' writes one", build.Error, StringComparison.Ordinal);
    }

    // The programs of the system but for those that compile.
    private static TemporaryRepository WithTools([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", Config);
        var tools = Path.Combine(repository.Outside, "tools");
        Directory.CreateDirectory(tools);
        foreach (var tool in (string[])["git", "sh", "cat", "mkdir", "chmod", "true", "env", "dirname"])
        {
            File.CreateSymbolicLink(Path.Combine(tools, tool), Path.Combine(File.Exists("/usr/bin/" + tool) ? "/usr/bin" : "/bin", tool));
        }

        repository.Environment["PATH"] = tools;
        repository.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(System.Environment.ProcessPath);
        repository.Firsttry("install");
        return repository;
    }

    private static void Tool(TemporaryRepository repository, string name, string script)
    {
        var path = Path.Combine(repository.Outside, "tools", name);
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
