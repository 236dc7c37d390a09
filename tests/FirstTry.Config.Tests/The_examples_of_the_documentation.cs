using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Graph;

namespace FirstTry.Config.Tests;

/// <summary>What people copy out of README.md and docs/ works; docs/problems.md, which shows what does not, has tests of its own.</summary>
public sealed class The_examples_of_the_documentation
{
    public static TheoryData<string, int> Examples
    {
        get
        {
            var examples = new TheoryData<string, int>();
            foreach (var page in Pages())
            {
                for (var i = 0; i < ExamplesOf(page).Count; i++)
                {
                    examples.Add(page, i);
                }
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_no_problems(string page, int number)
    {
        var example = ExamplesOf(page)[number];
        var text = example.Contains("version:", StringComparison.Ordinal) ? example : "version: 1\n" + example;

        var result = ConfigParser.Parse(new ConfigSource(page, text), local: null, () => [new ConfigSource("checks/Example.cs", CodeOf(page))]);

        Assert.True(result.Problems.IsEmpty, string.Join('\n', result.Problems) + "\n" + text);
    }

    [Fact]
    public void Every_adapter_and_built_in_check_has_a_section_with_an_example()
    {
        var pages = string.Concat(Pages().Select(page => Read(page) + "\n"));

        foreach (var adapter in AdapterCatalog.All)
        {
            Assert.Contains($"# {adapter.Name}\n", pages, StringComparison.Ordinal);
            Assert.Contains($"    uses: {adapter.Name}\n", pages, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Path.Combine(Root(), "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root(), file).Replace('\\', '/'))
            .Where(page => page != "docs/problems.md")
            .Append("README.md")
            .Order(StringComparer.Ordinal);

    // Examples without checks are fragments of a key.
    private static List<string> ExamplesOf(string page) =>
    [
        .. Read(page).Split("\n```yaml\n").Skip(1).Select(part => part[..(part.IndexOf("\n```", StringComparison.Ordinal) + 1)])
            .Where(example => example.Contains("checks:\n", StringComparison.Ordinal)),
    ];

    // All of the C# of a page stands beside its examples.
    private static string CodeOf(string page) =>
        string.Concat(Read(page).Split("\n```csharp\n").Skip(1).Select(part => part[..(part.IndexOf("\n```", StringComparison.Ordinal) + 1)]));

    private static string Read(string page) => File.ReadAllText(Path.Combine(Root(), page));

    private static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "FirstTry.sln")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return directory;
    }
}
