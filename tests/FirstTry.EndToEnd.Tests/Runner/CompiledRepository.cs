using System;
using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>A repository whose config was compiled once, with native code and all; every test works on a copy of it.</summary>
public sealed class CompiledRepository : IDisposable
{
    /// <summary>Says who ran: a check's parent is the program that runs the hook.</summary>
    internal const string Config = """
        version: 1
        checks:
          who: { run: "readlink /proc/$PPID/exe >> ../who", cache: false }
          no-fixme:
            run: "! grep -Hn FIXME {files}"
            files: "*.py"
            hint: Mend it or file it.
          count: { run: "echo ran >> ../ran; ls src | wc -l", inputs: ["src/**"], bucket: slow }
          upper: { run: "for f in {files}; do tr a-z A-Z <$f >$f.new && mv $f.new $f; done", files: "*.up", bucket: mutating }
          spaces: { uses: trailing-whitespace, files: "*.txt" }
          gated: { run: echo gated, needs: [count], bucket: slow }
          elsewhere: { run: "true", only: { branch: nowhere } }
          missing: { run: [no-such-program-anywhere], files: "*.missing" }
          loose: { run: "exit 3", allow_failure: true, files: "*.py" }
        profiles:
          quick: { checks: [who, no-fixme, spaces, upper] }
          full: { checks: [loose, gated, no-fixme, count, spaces, elsewhere, missing, upper], fail_fast: never }
        hooks:
          pre-commit: quick
          pre-push: full

        """;

    private readonly TemporaryRepository _template = TemporaryRepository.Create(test: "compiled-runner");

    /// <summary>Compiles.</summary>
    public CompiledRepository()
    {
        _template.Write("firsttry.yml", Config);
        _template.Write("src/a.txt", "a\n");
        _template.Write("app.py", "x = 1\n");
        _template.Firsttry("install");
        _template.CommitAll("base");
        LetCompile(_template);
        Build = _template.Firsttry("build");
        Assert.True(Build.ExitCode == 0, Build.ToString());
    }

    /// <summary>What the build printed.</summary>
    internal CommandResult Build { get; }

    /// <summary>Lets a repository use the packages that the SDK has fetched for this user: the rest of the home is the test's own.</summary>
    internal static void LetCompile(TemporaryRepository repository)
    {
        var home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
        repository.Environment["NUGET_PACKAGES"] =
            System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given ? given : Path.Combine(home, ".nuget", "packages");
        repository.Environment["DOTNET_CLI_HOME"] = repository.Outside;
    }

    /// <summary>A copy at another place: the runner goes with it.</summary>
    internal TemporaryRepository Copy(string test)
    {
        var copy = TemporaryRepository.Create(test: test);
        Directory.Delete(copy.Root, recursive: true);
        var copied = CommandLine.Run(copy.Outside, "cp", ["--archive", _template.Root, copy.Root]);
        Assert.True(copied.ExitCode == 0, copied.ToString());
        copy.PutFirsttryOnPath();
        return copy;
    }

    /// <summary>The same repository without its runner.</summary>
    internal TemporaryRepository CopyWithoutRunner(string test)
    {
        var copy = Copy(test);
        Directory.Delete(Place(copy), recursive: true);
        return copy;
    }

    /// <summary>The folder of the runners.</summary>
    internal static string Place(TemporaryRepository repository) => repository.PathOf(".git/firsttry/runner");

    /// <summary>The runner that the hooks start.</summary>
    internal static string Executable(TemporaryRepository repository) =>
        Path.Combine(Place(repository), File.ReadAllText(Path.Combine(Place(repository), "current")).Trim(), "firsttry-runner");

    /// <summary>The names of the programs that ran hooks so far.</summary>
    internal static string[] Runs(TemporaryRepository repository) => Path.Combine(repository.Outside, "who") is var file && File.Exists(file)
        ? Array.ConvertAll(File.ReadAllLines(file), line => Path.GetFileName(line) == "dotnet" ? "firsttry" : Path.GetFileName(line))
        : [];

    /// <inheritdoc />
    public void Dispose() => _template.Dispose();
}
