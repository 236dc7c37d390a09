using System;
using System.Linq;
using FirstTry.Config;
using FirstTry.Graph;

namespace FirstTry.Schema.Tests;

public sealed class ParserAndSchemaAgree
{
    public static TheoryData<string> Files => new(Corpus.Files.Select(file => $"{file.Folder}/{file.Name}"));

    [Theory]
    [MemberData(nameof(Files))]
    public void On_a_file_of_the_corpus(string name)
    {
        var file = Corpus.Files.Single(candidate => $"{candidate.Folder}/{candidate.Name}" == name);

        var parsed = ConfigParser.Parse(new ConfigSource(name, file.Text));
        var found = SchemaJudge.ProblemsOf(file.Path);

        var printed = string.Join('\n', parsed.Problems.Select(problem => problem.ToString()));
        Assert.True(file.Ids == IdsOf(parsed.Problems), $"expected '{file.Ids}', the parser says:\n{printed}");
        Assert.True(parsed.HasErrors == (file.Folder != "valid"), printed);
        Assert.True(found.Length > 0 == (file.Folder == "invalid"), $"the schema says:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void The_corpus_is_large_and_breaks_every_rule_that_one_file_can_break()
    {
        var broken = Corpus.Files.SelectMany(file => file.Ids.Split(' ')).ToHashSet(StringComparer.Ordinal);

        // Two spellings on disk, a key that only the local file lacks, and a bomb of aliases take more than a file of the corpus.
        var missing = ProblemCatalog.All.Select(rule => rule.Id).Except(broken).Except(["FT0024", "FT0040", "FT0042"]);

        Assert.Empty(missing);
        Assert.True(Corpus.Files.Count >= 200, $"{Corpus.Files.Count} files");
    }

    private static string IdsOf(EquatableArray<Problem> problems) =>
        string.Join(' ', problems.Select(problem => problem.Id).Distinct().Order(StringComparer.Ordinal));
}
