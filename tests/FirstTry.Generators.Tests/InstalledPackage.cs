using System;
using System.IO.Compression;
using System.Linq;

namespace FirstTry.Generators.Tests;

public sealed class InstalledPackage(Package package) : IClassFixture<Package>
{
    private const string Code = """
        using System;
        using FirstTry;

        Console.WriteLine(Checks.Mypy.Needs[0] == Checks.Ruff);
        foreach (var check in Plans.Quick)
        {
            Console.WriteLine(check.Name);
        }
        """;

    [Fact]
    public void A_program_that_refers_only_to_the_package_has_the_graph()
    {
        var built = package.Build(Example.Small, Code, "good");

        Assert.True(built.ExitCode == 0, built.ToString());
        Assert.Equal("True\nruff\nmypy\n", package.Run("good").Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_bad_config_is_the_only_error_of_a_build()
    {
        var built = package.Build(Example.Bad, Code, "bad");

        var errors = built.Output.Split('\n')
            .Where(line => line.Contains(": error", StringComparison.Ordinal) || line.Contains(": warning", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Distinct();
        Assert.Contains("firsttry.yml(9,3): error FT0002: Check 'mypy' has neither 'run' nor 'uses'. Add one.", Assert.Single(errors), StringComparison.Ordinal);
        Assert.Equal(1, built.ExitCode);
    }

    [Fact]
    public void It_holds_what_the_compiler_and_the_emitted_code_need()
    {
        using var archive = ZipFile.OpenRead(package.File);

        var files = archive.Entries.Select(entry => entry.FullName).ToList();

        string[] expected =
        [
            "ThirdPartyNotices.txt",
            "analyzers/dotnet/cs/FirstTry.Config.dll",
            "analyzers/dotnet/cs/FirstTry.Generators.dll",
            "analyzers/dotnet/cs/FirstTry.Graph.dll",
            "analyzers/dotnet/cs/YamlDotNet.dll",
            "build/FirstTry.Generators.props",
            "buildTransitive/FirstTry.Generators.props",
            "docs/problems.md",
            "lib/net10.0/FirstTry.Graph.dll",
            "lib/net10.0/FirstTry.Graph.xml",
            "lib/netstandard2.0/FirstTry.Graph.dll",
            "lib/netstandard2.0/FirstTry.Graph.xml",
        ];
        Assert.Equal(expected, files.Where(IsContent).Order(StringComparer.Ordinal));
    }

    // The rest is the envelope of every package.
    private static bool IsContent(string file) =>
        !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal)
        && file is not ("[Content_Types].xml" or "FirstTry.Generators.nuspec");
}
