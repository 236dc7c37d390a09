using System.Collections.Generic;
using System.Text;

namespace FirstTry.Processes.Tests;

public sealed class The_environment
{
    private static readonly EnvironmentBlock Block = EnvironmentBlock.From(new Dictionary<string, string> { ["A"] = "1", ["AB"] = "", ["Ä"] = "ö" });

    [Fact]
    public void Values_are_found_by_their_whole_name()
    {
        Assert.Equal("1", Block["A"]);
        Assert.Equal("", Block["AB"]);
        Assert.Equal("ö", Block["Ä"]);
        Assert.Null(Block["B"]);
        Assert.Null(Block["a"]);
    }

    [Fact]
    public void A_change_leaves_the_block_as_it_was()
    {
        var changed = Block.With("A", "2").With("C", "=3").With("AB", null);

        Assert.Equal(["A=2", "Ä=ö", "C==3"], Texts(changed));
        Assert.Equal(["A=1", "AB=", "Ä=ö"], Texts(Block));
    }

    [Fact]
    public void Variables_are_taken_away_by_name()
    {
        Assert.Equal(["AB="], Texts(Block.Without("A", "Ä", "missing")));
        Assert.Same(Block, Block.Without("missing"));
    }

    [Fact]
    public void The_current_one_is_that_of_the_process()
    {
        var current = EnvironmentBlock.FromCurrentProcess();

        Assert.Equal(System.Environment.GetEnvironmentVariable("PATH"), current["PATH"]);
        Assert.NotEmpty(current.Entries);
    }

    private static List<string> Texts(EnvironmentBlock block)
    {
        var texts = new List<string>();
        foreach (var entry in block.Entries)
            texts.Add(Encoding.UTF8.GetString(entry));

        return texts;
    }
}
