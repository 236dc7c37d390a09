using System;
using System.Collections.Generic;
using System.Linq;

namespace FirstTry.Graph.Tests;

public sealed class EquatableArrays
{
    [Fact]
    public void Arrays_with_equal_items_are_equal_and_hash_alike()
    {
        var left = EquatableArray.Create("a", "b");
        EquatableArray<string> right = ["a", "b"];

        Assert.True(left == right);
        Assert.False(left != right);
        Assert.True(left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Order_length_and_items_matter()
    {
        var array = EquatableArray.Create("a", "b");

        Assert.NotEqual(array, EquatableArray.Create("b", "a"));
        Assert.NotEqual(array, EquatableArray.Create("a"));
        Assert.NotEqual(array, EquatableArray.Create("a", "B"));
        Assert.False(array.Equals("a"));
    }

    [Fact]
    public void The_default_value_is_an_empty_array()
    {
        EquatableArray<string> array = default;

        Assert.Equal(EquatableArray.Create<string>(), array);
        Assert.Equal(EquatableArray.Create<string>().GetHashCode(), array.GetHashCode());
        Assert.True(array.IsEmpty);
        Assert.Empty((IEnumerable<string>)array);
        Assert.Throws<ArgumentOutOfRangeException>(() => array[0]);
    }

    [Fact]
    public void Items_come_in_order_by_index_and_by_either_enumerator()
    {
        var array = EquatableArray.Create(1, 2, 3);
        var walked = new List<int>();
        foreach (var item in array)
        {
            walked.Add(item);
        }

        Assert.Equal([1, 2, 3], walked);
        Assert.Equal([1, 2, 3], array.Select(item => item));
        Assert.Equal(2, array[1]);
    }

    [Fact]
    public void A_collection_expression_copies_what_it_is_given()
    {
        int[] items = [1, 2];
        EquatableArray<int> array = [.. items];

        items[0] = 9;

        Assert.Equal(1, array[0]);
    }

    [Fact]
    public void Records_that_hold_arrays_compare_by_content()
    {
        var left = new Check("a") { Tags = ["x"], Env = [new EnvironmentVariable("A", "1")] };
        var right = new Check("a") { Tags = ["x"], Env = [new EnvironmentVariable("A", "1")] };

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, right with { Env = [new EnvironmentVariable("A", "2")] });
    }
}
