using System;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>
/// Tools that tell versions of a file apart by whole seconds and the size. The times of the files lie ahead, so that it is always the same
/// second, on a fast machine and on a slow one.
/// </summary>
public sealed class SameSecondTests
{
    private const string Checks = """
        version: 1
        checks:
          unit: { run: [python3, -c, "import sums; assert sums.total == 2"], files: "*.py" }
        hooks:
          pre-commit: { checks: [unit] }
        """;

    [Fact]
    public void A_file_that_is_edited_twice_in_a_second_is_not_tested_by_the_bytecode_of_the_first()
    {
        using var repository = WithSums("total = 2\n");
        Assert.Equal(0, repository.Firsttry("run", "--all-files").ExitCode);

        WriteSums(repository, "total = 3\n");

        var second = repository.Firsttry("run", "--all-files");
        Assert.True(second.ExitCode == 1, second.ToString());
    }

    [Fact]
    public void Bytecode_that_somebody_else_compiled_in_the_second_of_the_edit_is_not_trusted()
    {
        using var repository = WithSums("total = 2\n");
        Assert.Equal(0, repository.Run("python3", ["-c", "import sums"]).ExitCode);
        WriteSums(repository, "total = 3\n");

        var run = repository.Firsttry("run", "--all-files");

        Assert.True(run.ExitCode == 1, run.ToString());
    }

    [Fact]
    public void What_was_staged_and_what_was_not_are_not_taken_for_each_other()
    {
        using var repository = WithSums("total = 2\n");
        Assert.Equal(0, repository.Run("python3", ["-c", "import sums"]).ExitCode);
        WriteSums(repository, "total = 3\n");
        repository.Git("add", "sums.py");
        WriteSums(repository, "total = 2\n");

        var staged = repository.Firsttry("hook", "pre-commit");
        var after = repository.Run("python3", ["-c", "import sums; print(sums.total)"]);

        Assert.True(staged.ExitCode == 1, staged.ToString());
        Assert.Equal("2\n", after.Output);
    }

    [Fact]
    public void A_staged_version_is_newer_than_its_owners_by_a_whole_second()
    {
        using var repository = WithSums("total = 2\n");
        repository.Write("firsttry.yml", "version: 1\nchecks:\n  when: { run: \"stat -c %Y sums.py > ../when\", cache: false }\nhooks:\n  pre-commit: { checks: [when] }\n");
        repository.CommitAll();
        WriteSums(repository, "total = 3\n");
        repository.Git("add", "sums.py");
        WriteSums(repository, "total = 2\n");

        Assert.Equal(0, repository.Firsttry("hook", "pre-commit").ExitCode);

        Assert.Equal("4102444801\n", repository.Read("../when"));
        Assert.Equal("4102444800\n", repository.Run("stat", ["-c", "%Y", "sums.py"]).Output);
    }

    [Fact]
    public void Bytecode_is_written_when_no_source_is_young()
    {
        using var repository = WithSums("total = 2\n");
        repository.Run("touch", ["-d", "2001-01-01T00:00:00Z", "sums.py"]);

        Assert.Equal(0, repository.Firsttry("run", "--all-files").ExitCode);

        Assert.NotEqual("", repository.Run("sh", ["-c", "ls __pycache__"]).Output);
    }

    [Fact]
    public void What_the_config_says_about_bytecode_holds()
    {
        using var repository = WithSums("total = 2\n");
        repository.Write("firsttry.yml", Checks.Replace("files:", "env: { PYTHONDONTWRITEBYTECODE: \"\" }, files:", StringComparison.Ordinal));

        Assert.Equal(0, repository.Firsttry("run", "--all-files").ExitCode);

        Assert.NotEqual("", repository.Run("sh", ["-c", "ls __pycache__"]).Output);
    }

    private static TemporaryRepository WithSums(string content, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Environment["PYTHONDONTWRITEBYTECODE"] = null;
        repository.Write("firsttry.yml", Checks);
        repository.Write(".gitignore", "__pycache__/\n");
        WriteSums(repository, content);
        repository.CommitAll();
        return repository;
    }

    private static void WriteSums(TemporaryRepository repository, string content)
    {
        repository.Write("sums.py", content);
        repository.Run("touch", ["-d", "2100-01-01T00:00:00Z", "sums.py"]);
    }
}
