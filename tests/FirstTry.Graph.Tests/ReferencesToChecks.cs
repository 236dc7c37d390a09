using System.Linq;

namespace FirstTry.Graph.Tests;

public sealed class ReferencesToChecks
{
    [Fact]
    public void References_are_equal_when_they_name_the_same_checks_in_the_same_order()
    {
        var (a, b) = (new Check("a"), new Check("b"));
        var references = CheckReferences.Create(a, b);
        CheckReferences others = [new Check("a") { Description = "another" }, b];

        Assert.True(references == others);
        Assert.Equal(references.GetHashCode(), others.GetHashCode());
        Assert.True(references != CheckReferences.Create(b, a));
        Assert.False(references.Equals(CheckReferences.Create(a)));
    }

    [Fact]
    public void No_references_are_the_default_value()
    {
        CheckReferences references = default;

        Assert.Equal(CheckReferences.Create(), references);
        Assert.Empty(references);
        Assert.Throws<System.ArgumentOutOfRangeException>(() => references[0]);
    }

    [Fact]
    public void A_tower_of_diamonds_is_compared_at_once()
    {
        var left = Tower();
        var right = Tower();

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    // Two checks a floor, each needing both of the floor below: 2^60 ways down.
    private static Check Tower()
    {
        CheckReferences floor = [];
        foreach (var level in Enumerable.Range(0, 60))
        {
            floor = [new Check($"l{level}") { Needs = floor }, new Check($"r{level}") { Needs = floor }];
        }

        return new Check("top") { Needs = floor };
    }
}
