using System;
using System.IO;
using System.Runtime.InteropServices;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>The program under test: natively compiled, as it is published.</summary>
internal static class FirstTryProgram
{
    /// <summary>The program at a path, or published from this repository when there is none.</summary>
    /// <exception cref="BenchmarkException">There is no program there, or it could not be published.</exception>
    public static Peer Find(string? binary)
    {
        var program = binary is null ? Publish() : Path.GetFullPath(binary);
        return File.Exists(program)
            ? new Peer("firsttry", program, ["hook", "pre-commit"])
            : throw new BenchmarkException($"there is no program at {program}");
    }

    /// <summary>The program published from this repository, and the file with the names of its functions.</summary>
    /// <exception cref="BenchmarkException">It could not be published.</exception>
    public static (Peer Program, string Symbols) PublishWithSymbols()
    {
        var program = Publish("-p:CopyOutputSymbolsToPublishDirectory=true");
        return (new Peer("firsttry", program, ["hook", "pre-commit"]), program + ".dbg");
    }

    private static string Publish(params string[] options)
    {
        var root = RepositoryRoot();
        var output = Path.Combine(Path.GetTempPath(), "firsttry-benchmarks/firsttry");
        var result = CommandLine.Run(
            root,
            "dotnet",
            ["publish", "src/FirstTry.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, "-v", "quiet", "--nologo", .. options]);
        return result.ExitCode == 0
            ? Path.Combine(output, "firsttry")
            : throw new BenchmarkException($"the program could not be published: {result}");
    }

    /// <summary>The top of the repository that this benchmark was built from.</summary>
    /// <exception cref="BenchmarkException">It is not there any more.</exception>
    public static string RepositoryRoot()
    {
        for (var directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "FirstTry.sln")))
                return directory;
        }

        throw new BenchmarkException("FirstTry.sln is not above the benchmark: name the program with --binary");
    }
}
