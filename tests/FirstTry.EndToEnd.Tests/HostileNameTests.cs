using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>File names are bytes, and never shell text.</summary>
public sealed class HostileNameTests
{
    public static TheoryData<string> Names =>
    [
        "with space.txt", "quote'single.txt", "quote\"double.txt", "back`tick.txt", "$(touch pwned).txt", "new\nline.txt", "-dash.txt",
        "--output=pwned.txt", "trailing .txt", "glob*.txt", "[id].txt", "back\\slash.txt", "semi;colon.txt", "ünïcode.txt", "tab\t.txt",
        "%s%n.txt", "~tilde.txt", "#hash.txt", ":(glob)magic.txt",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_reaches_a_script_and_a_program_as_it_is(string name)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", """
            version: 1
            checks:
              script: { run: "cat {files} > ../script.out", files: "*.txt" }
              program: { run: [sh, -c, 'cat "$@" > ../program.out', sh, "{files}"], files: "*.txt" }
            profiles: { all: { checks: [script, program] } }
            hooks: { pre-commit: all }
            """);
        repository.Write(name, "content\n");
        repository.Git("add", "--all");

        var run = repository.Firsttry("hook", "pre-commit");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal("content\n", File.ReadAllText(Path.Combine(repository.Outside, "script.out")));
        Assert.Equal("content\n", File.ReadAllText(Path.Combine(repository.Outside, "program.out")));
        Assert.Empty(Directory.GetFiles(repository.Root, "pwned*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_name_that_is_not_text_is_checked_too()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("firsttry.yml", """
            version: 1
            checks:
              script: { run: "cat {files} > ../script.out", files: "*.txt" }
              whitespace: { uses: trailing-whitespace, files: "*.txt" }
            profiles: { all: { checks: [script, whitespace] } }
            hooks: { pre-commit: all }
            """);
        repository.Run("sh", ["-c", "printf 'content  \\n' > \"$(printf 'caf\\351.txt')\""]);
        repository.Git("add", "--all");

        var run = repository.Firsttry("hook", "pre-commit");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal("content  \n", File.ReadAllText(Path.Combine(repository.Outside, "script.out")));
        Assert.Equal("content\n", repository.Run("sh", ["-c", "cat caf*.txt"]).Output);
        Assert.Equal("content\n", repository.Run("sh", ["-c", "git ls-files -z 'caf*' | sed 's/^/:0:/' | xargs -0 git show"]).Output);
    }
}
