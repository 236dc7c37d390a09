using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Config;
using FirstTry.Graph;

namespace FirstTry.Schema.Tests;

public sealed class ParserAndSchemaAgree
{
    private static readonly Lazy<Dictionary<string, string[]>> Verdicts = new(JudgeCorpus);

    public static TheoryData<string> Files => new(Corpus.Files.Select(file => file.Place));

    [Theory]
    [MemberData(nameof(Files))]
    public void On_a_file_of_the_corpus(string name)
    {
        var file = Corpus.Find(name);

        var parsed = ConfigParser.Parse(new ConfigSource(name, file.Text));
        var found = Verdicts.Value[name];

        var printed = string.Join('\n', parsed.Problems.Select(problem => problem.ToString()));
        Assert.True(file.Ids == IdsOf(parsed.Problems), $"expected '{file.Ids}', the parser says:\n{printed}");
        Assert.True(parsed.HasErrors == (file.Folder != "valid"), printed);
        Assert.True(found.Length > 0 == (file.Folder == "invalid"), $"the schema says:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void The_corpus_is_large_and_breaks_every_rule_that_one_file_can_break()
    {
        var broken = Corpus.Files.SelectMany(file => file.Ids.Split(' ')).ToHashSet(StringComparer.Ordinal);

        // Two spellings on disk, a key that only the local file lacks, other bytes than text, a bomb of aliases and checks in C# take more than a file of the corpus.
        var missing = ProblemCatalog.All.Select(rule => rule.Id).Except(broken).Except(["FT0024", "FT0040", "FT0042", "FT0044", "FT0046", "FT0047"]);

        Assert.Empty(missing);
        Assert.True(Corpus.Files.Count >= 200, $"{Corpus.Files.Count} files");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1729)]
    public void What_the_schema_refuses_the_parser_refuses_too(int seed)
    {
        var configs = new RandomConfigs(seed).Take(1500);
        var found = SchemaJudge.Judge(configs);

        var parsed = configs.Select(text => ConfigParser.Parse(new ConfigSource("random.yml", text)).HasErrors).ToList();
        var refusedBySchemaAlone = configs.Where((_, index) => found[index].Length > 0 && !parsed[index]);
        var refusedByParserAlone = configs.Where((_, index) => found[index].Length == 0 && parsed[index]);

        Assert.Empty(refusedBySchemaAlone);

        // A pattern of the schema cannot follow nested braces or nested shell quotes to the end; nearly all it can.
        Assert.InRange(refusedByParserAlone.Count(), 0, configs.Count / 50);
        Assert.InRange(parsed.Count(hasErrors => hasErrors), configs.Count / 5, configs.Count * 4 / 5);
    }

    private static Dictionary<string, string[]> JudgeCorpus()
    {
        var found = SchemaJudge.Judge([.. Corpus.Files.Select(file => file.Text)]);
        return Corpus.Files.Select((file, index) => (file.Place, Found: found[index])).ToDictionary(entry => entry.Place, entry => entry.Found, StringComparer.Ordinal);
    }

    private static string IdsOf(EquatableArray<Problem> problems) =>
        string.Join(' ', problems.Select(problem => problem.Id).Distinct().Order(StringComparer.Ordinal));
}
