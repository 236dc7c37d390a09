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

    [Theory]
    [InlineData("semi;colon")]
    [InlineData("dollar$(touch stolen)")]
    [InlineData("back`touch stolen`tick")]
    [InlineData("per%41cent")]
    [InlineData("line\nbreak")]
    [InlineData("quotes'\"")]
    [InlineData("stars*?[a]")]
    public void Below_a_path_that_compilers_misread_it_is_compiled_in_a_temporary_folder(string name)
    {
        using var repository = WithTools();
        Tool(repository, "clang", "exit 0");
        Tool(repository, "dotnet", "[ \"$1\" = --list-sdks ] && echo '10.0.401 [/sdk]' && exit 0; echo \"compiled in $PWD\"; cat firsttry.yml; exit 1");
        var root = Path.Combine(repository.Outside, name);
        Directory.Move(repository.Root, root);

        var build = CommandLine.Run(root, PublishedBinary.Location, ["build"], repository.Environment);
        var commit = CommandLine.Run(root, "git", ["commit", "--allow-empty", "--message", "good"], repository.Environment);

        Assert.Equal(2, build.ExitCode);
        Assert.Contains(Config, build.Error, StringComparison.Ordinal);
        var folder = build.Error.Split('\n')[0]["compiled in ".Length..];
        Assert.Matches("^[A-Za-z0-9/._+-]+$", folder);
        Assert.False(Directory.Exists(folder));
        Assert.False(File.Exists(Path.Combine(root, "stolen")));
        Assert.True(commit.ExitCode == 0, commit.ToString());
    }

    [Fact]
    public void What_a_killed_build_has_left_is_not_built_upon()
    {
        using var repository = WithTools();
        repository.Environment["OUTSIDE"] = repository.Outside;
        Tool(repository, "clang", "exit 0");
        Tool(repository, "dotnet", """
            [ "$1" = --list-sdks ] && echo '10.0.401 [/sdk]' && exit 0
            if [ -e "$OUTSIDE/killed" ]; then
                [ -e obj/half ] && echo 'built upon a half'
                echo 'compiled anew'
                exit 1
            fi
            : > "$OUTSIDE/killed"
            mkdir -p obj
            : > obj/half
            kill -9 $PPID
            """);

        var killed = repository.Firsttry("build");
        var commit = repository.TryGit("commit", "--allow-empty", "--message", "good");
        var next = repository.Firsttry("build");

        Assert.Equal(137, killed.ExitCode);
        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Contains("compiled anew", next.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("built upon", next.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_builds_take_turns()
    {
        using var repository = WithTools();
        repository.Environment["OUTSIDE"] = repository.Outside;
        Tool(repository, "clang", "exit 0");
        File.CreateSymbolicLink(Path.Combine(repository.Outside, "tools", "sleep"), "/bin/sleep");
        Tool(repository, "dotnet", "[ \"$1\" = --list-sdks ] && echo '10.0.401 [/sdk]' && exit 0; echo start >> \"$OUTSIDE/turns\"; sleep 0.5; echo end >> \"$OUTSIDE/turns\"; exit 1");

        repository.Run("sh", ["-c", $"'{PublishedBinary.Location}' build & '{PublishedBinary.Location}' build; wait"]);

        Assert.Equal(["start", "end", "start", "end"], File.ReadAllLines(Path.Combine(repository.Outside, "turns")));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named_and_commits_go_on()
    {
        using var repository = WithTools();
        Tool(repository, "clang", "exit 0");
        Tool(repository, "dotnet", "echo '10.0.401 [/sdk]'");
        repository.Write(".git/firsttry/runner", "in the way");

        var build = repository.Firsttry("build");

        Assert.Equal(2, build.ExitCode);
        Assert.Contains("/.git/firsttry/runner cannot be written: ", build.Error, StringComparison.Ordinal);
        Assert.Contains("as before", build.Error, StringComparison.Ordinal);
        Assert.Equal(0, repository.TryGit("commit", "--allow-empty", "--message", "good").ExitCode);
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
