using System;
using System.Collections.Generic;

namespace FirstTry.Config.Tests;

public sealed class Checks_written_in_csharp
{
    private const string Path = "checks/NoTodo.cs";
    private const string Config = "checks: { todo: { uses: no-todo, files: \"*.cs\" } }\n";

    [Theory]
    [InlineData("class A { [Check(\"no-todo\")] static void B() { } }")]
    [InlineData("[Check(\"no-todo\")]")]
    [InlineData("class A { [FirstTry.Graph.Authoring.CheckAttribute(\"no-todo\")] static void B() { } }")]
    [InlineData("class A { [Obsolete(\"x\"), method: Check( /* its name */ \"no-todo\" )] static void B() { } }")]
    [InlineData("class A { [Obsolete]\n  [Check(\"no-todo\")] static void B() { } }")]
    [InlineData("class A { string a = $\"{b[\"}\"]} \\\"\"; char c = '\"'; [Check(\"no-todo\")] static void B() { } }")]
    [InlineData("class A { string a = @\"C:\\\"; string b = $@\"{{\"\"\"; string c = \"\"\"a \" b\"\"\"; [Check(\"no-todo\")] static void B() { } }")]
    [InlineData("#region it's\nclass A { // don't\n  [Check(\"no-todo\")] static void B() { } }")]
    public void A_name_in_an_attribute_is_one_that_uses_knows(string code)
    {
        var result = Configs.ParseBeside(Config, (Path, code));

        Assert.Equal([], result.Problems);
        Assert.True(result.Graph.Checks[0].Uses!.IsCode);
        Assert.True(result.Graph.UsesCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("// [Check(\"no-todo\")]")]
    [InlineData("class A { /* { [Check(\"no-todo\")] */ }")]
    [InlineData("class A { string a = \"; [Check(\\\"no-todo\\\")]\"; }")]
    [InlineData("class A { string a = @\"; [Check(\"\"no-todo\"\")]\"; }")]
    [InlineData("class A { string a = \"\"\"; [Check(\"no-todo\")]\"\"\"; }")]
    [InlineData("class A { object a = Check(\"no-todo\"); object b = c[Check(\"no-todo\")]; }")]
    [InlineData("class A { [Checked(\"no-todo\")] [My(Check = \"no-todo\")] static void B() { } }")]
    [InlineData("class A { [Check(@\"no-todo\")] static void B() { } }")]
    public void What_is_no_attribute_names_nothing(string code)
    {
        var problem = Assert.Single(Configs.ProblemsBeside(Config, (Path, code)));

        Assert.StartsWith("firsttry.yml(1,25): error FT0008: Check 'todo' uses 'no-todo', which is no adapter and no built-in check.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_name_is_an_error_at_its_place_with_the_nearest_one()
    {
        var problem = Assert.Single(Configs.ProblemsBeside("checks:\n  todo:\n    uses: no-tood\n", (Path, "class A { [Check(\"no-todo\")] }")));

        Assert.Equal("firsttry.yml(3,11): error FT0008: Check 'todo' uses 'no-tood', which is no adapter and no built-in check. Did you mean 'no-todo'? A program of yours goes into 'run'.", problem);
    }

    [Fact]
    public void A_name_that_is_taken_is_an_error_where_it_is_given_again()
    {
        var problems = Configs.ProblemsBeside(
            Config,
            (Path, "class A\n{\n  [Check(\"no-todo\")]\n  void B() { }\n}\n"),
            ("checks/Other.cs", "class C\n{\n  [Check(\"no-todo\")]\n  void D() { }\n\n  [Check(\"pytest\")]\n  void E() { }\n\n  [Check(\"a b\")]\n  void F() { }\n}\n"));

        Assert.Equal(
            [
                "checks/Other.cs(3,10): error FT0046: [Check]: 'no-todo' is the name of another check written in C#. Rename one of them.",
                "checks/Other.cs(6,10): error FT0046: [Check]: 'pytest' is an adapter or a built-in check already. Take another name.",
                "checks/Other.cs(9,10): error FT0030: [Check]: 'a b' cannot be a name. Write letters, digits, '_', '.' and '-', the first one a letter, a digit or '_'.",
            ],
            problems);
    }

    [Fact]
    public void Options_are_an_error()
    {
        var problems = Configs.ProblemsBeside("checks: { todo: { uses: no-todo, with: { max: 1 } } }\n", (Path, "class A { [Check(\"no-todo\")] }"));

        Assert.Equal("firsttry.yml(1,42): error FT0009: Check 'todo', 'with': 'no-todo' has no option 'max'. 'no-todo' takes no options: remove it.", Assert.Single(problems));
    }

    [Fact]
    public void Sources_are_not_read_where_no_check_uses_one()
    {
        IReadOnlyList<ConfigSource> Read() => throw new InvalidOperationException("nobody asked for them");

        var result = ConfigParser.Parse(new ConfigSource("firsttry.yml", "checks: { tests: { uses: pytest }, run: { run: make } }\n"), local: null, Read);

        Assert.Equal([], result.Problems);
        Assert.False(result.Graph.UsesCode());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_a_source_holds_it_is_read_to_its_end(int seed)
    {
        const string Pieces = "\"'@${}[]()/*#\\;,\n Check";
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var code = string.Create(random.Next(60), random, static (text, source) =>
            {
                foreach (ref var character in text)
                {
                    character = Pieces[source.Next(Pieces.Length)];
                }
            });

            Assert.All(Configs.ProblemsBeside(Config, (Path, code)), problem => Assert.Contains(" FT0", problem, StringComparison.Ordinal));
        }
    }
}
