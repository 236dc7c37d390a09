using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Reports;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Cases;

/// <summary><c>firsttry --version</c> beside the smallest program that C# compiles to natively.</summary>
internal sealed class StartCase : IBenchmarkCase
{
    private const int Rounds = 60;
    private const double Ratio = 1.5;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <PublishAot>true</PublishAot>
            <InvariantGlobalization>true</InvariantGlobalization>
          </PropertyGroup>
        </Project>
        """;

    /// <inheritdoc />
    public string Name => "start";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var (hello, ours) = (new Peer("hello world in C#", Hello(), []), context.FirstTry with { Arguments = ["--version"] });
        var environment = EnvironmentBlock.FromCurrentProcess();
        var measured = Bench.Rounds.Of([Contender.Of(ours, "/", environment), Contender.Of(hello, "/", environment)], context.Options.RoundsOr(Rounds), warmUps: 5);
        findings.Add(new Row
        {
            Workload = "start",
            Case = "firsttry --version",
            Ours = measured[0],
            Peers = measured[1..],
            Verdicts = [.. ((Peer[])[ours, hello]).Select(peer => new Verdict(peer.Name, peer.Run("/", environment).ExitCode))],
            Budgets = [Budget.RatioTo(hello.Name, Ratio)],
        });
    }

    // Published once, by the SDK that is here.
    private static string Hello()
    {
        var folder = Path.Combine(Path.GetTempPath(), "firsttry-benchmarks", "hello");
        var program = Path.Combine(folder, "out", "hello");
        if (File.Exists(program))
            return program;

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "hello.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(\"Hello, world!\");\n");
        var result = CommandLine.Run(folder, "dotnet", ["publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "out", "-v", "quiet", "--nologo"]);
        return result.ExitCode == 0 && File.Exists(program) ? program : throw new BenchmarkException($"the hello world could not be published: {result}");
    }
}
