using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Config.Tests;

public sealed class The_documentation_of_problems
{
    [Fact]
    public void It_has_the_rules_of_the_catalog_in_their_order()
    {
        var documented = new List<(string, string)>();
        foreach (var section in DocumentedProblem.ReadAll())
        {
            documented.Add((section.Id, section.Title));
        }

        Assert.Equal(Array.ConvertAll([.. ProblemCatalog.All], rule => (rule.Id, rule.Title)), documented);
    }

    [Fact]
    public void Ids_are_given_without_gaps_and_never_twice()
    {
        string[] retired = ["FT0035"];
        var number = 0;
        foreach (var rule in ProblemCatalog.All)
        {
            do
            {
                number++;
            }
            while (Array.IndexOf(retired, $"FT{number:0000}") >= 0);

            Assert.Equal($"FT{number:0000}", rule.Id);
        }
    }

    [Fact]
    public void Wrong_examples_print_what_stands_below_them()
    {
        foreach (var section in DocumentedProblem.ReadAll())
        {
            if (section.Id == "FT0040")
            {
                Assert.Equal(ConfigParser.BothSpellings("firsttry.yml", "firsttry.yaml").ToString(), section.Printed);
                continue;
            }

            if (section.Id == "FT0044")
            {
                Assert.Equal(ConfigParser.Parse(ConfigSource.FromBytes("firsttry.yml", Encoding.Latin1.GetBytes(section.Examples[0].Main))).Problems[0].ToString(), section.Printed);
                continue;
            }

            if (section.Code.Count > 0)
            {
                // What only a compiler sees is for the tests of the generator.
                Assert.True(section.Examples.Count == 0 || section.Printed == string.Join('\n', Configs.ProblemsBeside(section.Examples[0].Main, ("checks/Todo.cs", section.Code[0]))));
                continue;
            }

            var (main, local) = section.Examples[0];

            Assert.Equal(section.Printed, string.Join('\n', Configs.Problems(main, local)));
            Assert.Contains(" " + section.Id + ": ", section.Printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Right_examples_have_no_problem()
    {
        foreach (var section in DocumentedProblem.ReadAll())
        {
            if (section.Id == "FT0040" || section.Code.Count > 0)
            {
                continue;
            }

            var (main, local) = section.Examples[1];

            Assert.DoesNotContain(Configs.Problems(main, local), line => !line.Contains("FT0037", StringComparison.Ordinal));
        }
    }
}
