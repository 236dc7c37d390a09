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
    public void A_project_below_the_config_has_it_with_the_checks_written_in_csharp()
    {
        const string Config = "checks:\n  no-todo:\n    uses: no-todo\nprofiles:\n  quick: { checks: [no-todo] }\n";
        const string Check = """
            using System.Collections.Generic;
            using FirstTry.Graph.Authoring;

            public static class Todo
            {
                [Check("no-todo")]
                public static IEnumerable<Finding> InText(IReadOnlyList<CheckedFile> files) => [files[0].At(1, "found")];
            }
            """;
        const string Code = """
            using System;
            using FirstTry;
            using FirstTry.Graph.Authoring;

            Console.WriteLine(Checks.NoTodo.Uses!.IsCode);
            foreach (var finding in Todo.InText([new CheckedFile("a.txt", () => [])]))
            {
                Console.WriteLine(finding.Message);
            }
            """;

        var built = package.Build(Config, Code, "solution", "src/App", ("checks/Todo.cs", Check));

        Assert.True(built.ExitCode == 0, built.ToString());
        Assert.Equal("True\nfound\n", package.Run("solution/src/App").Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_mistake_in_the_config_of_a_solution_is_an_error_at_its_line_and_column()
    {
        var built = package.Build("checks:\n  todo:\n    uses: no-tood\n", "System.Console.WriteLine();", "bad-solution", "src/App");

        Assert.Equal(1, built.ExitCode);
        Assert.Contains("/bad-solution/firsttry.yml(3,11): error FT0008: Check 'todo' uses 'no-tood', which is no adapter and no built-in check.", built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_of_an_editor_has_the_same_files()
    {
        var built = package.Build(Example.Small, Code, "editor", "src/App", ("checks/Todo.cs", "class Todo;"));
        Assert.True(built.ExitCode == 0, built.ToString());

        var arguments = package.EditorArguments("editor/src/App");

        Assert.Contains("/additionalfile:", arguments, StringComparison.Ordinal);
        Assert.Contains("/editor/firsttry.yml", arguments, StringComparison.Ordinal);
        Assert.Contains("/editor/checks/Todo.cs", arguments, StringComparison.Ordinal);
        Assert.Contains("analyzers/dotnet/cs/FirstTry.Generators.dll", arguments, StringComparison.Ordinal);
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
            "build/FirstTry.Generators.targets",
            "buildTransitive/FirstTry.Generators.targets",
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
