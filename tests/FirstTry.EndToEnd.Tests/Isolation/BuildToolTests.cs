using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>Tools that build only what is newer than what they built before.</summary>
public sealed class BuildToolTests
{
    // What make does, also where there is no make.
    private const string Config = """
        version: 1
        checks:
          unit: { run: "[ out -nt src.txt ] || cp src.txt out; grep -q good out" }
        hooks:
          pre-commit: { checks: [unit] }
        """;

    [Theory]
    [InlineData("hook", "pre-commit")]
    [InlineData("run", "--all-files")]
    public void What_was_built_of_the_staged_version_does_not_stand_for_the_one_that_was_hidden(params string[] command)
    {
        using var repository = Prepared();
        repository.Write("src.txt", "good, staged\n");
        repository.Git("add", "src.txt");
        repository.Write("src.txt", "bad\n");
        var time = Time(repository);
        Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);
        Assert.Equal(time, Time(repository));
        repository.Git("add", "src.txt");

        var next = repository.Firsttry(command);

        Assert.True(next.ExitCode == 1, next.ToString());
        Assert.Equal("bad\n", repository.Read("out"));
    }

    [Fact]
    public void A_file_that_stays_hidden_keeps_its_time_until_it_is_seen()
    {
        using var repository = Prepared();
        repository.Write("src.txt", "good, staged\n");
        repository.Git("add", "src.txt");
        repository.Write("src.txt", "bad\n");
        var time = Time(repository);
        for (var i = 0; i < 3; i++)
        {
            repository.Write("other.txt", $"{i}\n");
            repository.Git("add", "other.txt");
            Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);
            Assert.Equal(time, Time(repository));
        }

        repository.Git("add", "src.txt");

        Assert.Equal(1, repository.Firsttry("hook", "pre-commit").ExitCode);
        Assert.NotEqual(time, Time(repository));
    }

    [Fact]
    public void A_file_is_made_new_once_and_what_passed_is_remembered()
    {
        using var repository = Prepared();
        repository.Write("src.txt", "good, staged\n");
        repository.Git("add", "src.txt");
        repository.Write("src.txt", "good\n");
        Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);
        repository.Git("add", "src.txt");
        Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);
        var time = Time(repository);

        var again = repository.Firsttry("hook", "pre-commit");

        Assert.Contains("inputs unchanged", again.Output, System.StringComparison.Ordinal);
        Assert.Equal(time, Time(repository));
        Assert.Equal("good\n", repository.Read("out"));
    }

    private static string Time(TemporaryRepository repository) => repository.Run("stat", ["-c", "%y", "src.txt"]).Output;

    private static TemporaryRepository Prepared([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", Config);
        repository.Write(".gitignore", "out\n");
        repository.Write("src.txt", "good\n");
        repository.CommitAll();
        return repository;
    }
}
