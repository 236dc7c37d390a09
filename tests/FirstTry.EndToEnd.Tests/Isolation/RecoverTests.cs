using System;
using System.Text.Json;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>The command for people: what is hidden, what is kept, and back with it.</summary>
public sealed class RecoverTests
{
    [Fact]
    public void What_a_killed_run_had_hidden_is_listed_and_then_put_back()
    {
        using var repository = Killed();

        var listed = repository.Firsttry("recover", "--list");
        var meanwhile = repository.Read("a.txt");
        var recovered = repository.Firsttry("recover");
        var again = repository.Firsttry("recover");

        Assert.Equal(0, listed.ExitCode);
        Assert.Contains("Hidden by a run that was killed; 'firsttry recover' puts it back:\n  a.txt\n", listed.Output, StringComparison.Ordinal);
        Assert.Equal("staged\n", meanwhile);
        Assert.Equal(0, recovered.ExitCode);
        Assert.Contains("restored     a.txt\n", recovered.Output, StringComparison.Ordinal);
        Assert.Equal("mine\n", repository.Read("a.txt"));
        Assert.Equal("Nothing is hidden.\n", again.Output);
    }

    [Fact]
    public void Programs_get_the_same_as_an_object()
    {
        using var repository = Killed();

        using var listed = JsonDocument.Parse(repository.Firsttry("recover", "--list", "--format", "json").Output);
        using var recovered = JsonDocument.Parse(repository.Firsttry("recover", "--format", "json").Output);
        using var after = JsonDocument.Parse(repository.Firsttry("recover", "--list", "--format", "json").Output);

        var hidden = listed.RootElement.GetProperty("hidden");
        Assert.False(hidden.GetProperty("owner_alive").GetBoolean());
        Assert.Equal("a.txt", Assert.Single(hidden.GetProperty("files").EnumerateArray()).GetString());
        var file = Assert.Single(recovered.RootElement.GetProperty("files").EnumerateArray());
        Assert.Equal("restored", file.GetProperty("end").GetString());
        Assert.Equal(JsonValueKind.Null, after.RootElement.GetProperty("hidden").ValueKind);
        var backup = Assert.Single(after.RootElement.GetProperty("backups").EnumerateArray());
        Assert.Equal("mine", repository.Git("cat-file", "blob", backup.GetProperty("ref").GetString() + ":a.txt"));
    }

    [Fact]
    public void An_ordinary_command_does_it_too_and_says_so()
    {
        using var repository = Killed();

        var list = repository.Firsttry("list");

        Assert.Equal(0, list.ExitCode);
        Assert.Contains("a.txt", list.Error, StringComparison.Ordinal);
        Assert.Equal("mine\n", repository.Read("a.txt"));
    }

    [Fact]
    public void A_child_that_has_not_let_go_of_the_lock_of_a_killed_run_is_waited_for()
    {
        using var repository = Killed();

        // Between its fork and its exec a child has the lock of its parent.
        CommandLine.Run(repository.Root, "python3", ["-c", """
            import fcntl, os, time
            lock = os.open('.git', os.O_RDONLY)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if os.fork() == 0:
                os.setsid()
                os.close(1)
                os.close(2)
                time.sleep(0.5)
            os._exit(0)
            """]);
        var list = repository.Firsttry("list");

        Assert.Equal(0, list.ExitCode);
        Assert.Equal("mine\n", repository.Read("a.txt"));
    }

    // The check's shell is a child of firsttry.
    private static TemporaryRepository Killed([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", "version: 1\nchecks:\n  killer: { run: \"kill -9 $PPID\" }\nhooks:\n  pre-commit: { checks: [killer] }\n");
        repository.Write("a.txt", "staged\n");
        repository.CommitAll();
        repository.Write("b.txt", "staged\n");
        repository.Git("add", "b.txt");
        repository.Write("a.txt", "mine\n");
        Assert.Equal(137, repository.Firsttry("hook", "pre-commit").ExitCode);
        return repository;
    }
}
