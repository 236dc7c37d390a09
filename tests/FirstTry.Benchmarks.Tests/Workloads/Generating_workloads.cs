using System.Collections.Generic;
using System.Linq;
using FirstTry.Benchmarks.Workloads;

namespace FirstTry.Benchmarks.Tests.Workloads;

/// <summary>The same workload is the same bytes each time, and no two changes of it are the same.</summary>
public sealed class Generating_workloads
{
    private const int Modules = 18;
    private const int Files = 24;

    [Fact]
    public void A_python_tree_is_the_same_tree_and_commit_each_time()
    {
        using var one = Python(new PythonTree(Modules, Files));
        using var two = Python(new PythonTree(Modules, Files));

        Assert.Equal((one.Tree(), one.Head()), (two.Tree(), two.Head()));
    }

    [Fact]
    public void A_python_tree_of_another_size_is_another_tree()
    {
        using var one = Python(new PythonTree(Modules, Files));
        using var two = Python(new PythonTree(Modules, Files + 1));

        Assert.NotEqual(one.Tree(), two.Tree());
    }

    [Fact]
    public void Files_without_work_are_the_same_tree_and_commit_each_time()
    {
        using var one = new Workplace();
        using var two = new Workplace();

        NoOpWorkload.Write(one, 30);
        NoOpWorkload.Write(two, 30);

        Assert.Equal((one.Tree(), one.Head()), (two.Tree(), two.Head()));
    }

    [Fact]
    public void A_graph_is_the_same_tree_and_commit_each_time_and_every_runner_knows_its_order()
    {
        using var one = new Workplace();
        using var two = new Workplace();

        SyntheticWorkload.Write(one);
        SyntheticWorkload.Write(two);

        Assert.Equal((one.Tree(), one.Head()), (two.Tree(), two.Head()));
        Assert.Contains("link: compile-a compile-b\n", one.Read("Makefile"));
        Assert.Contains("needs: [compile-a, compile-b]", one.Read("firsttry.yml"));
        Assert.Contains("\"dependsOn\": [\"compile-a\", \"compile-b\"]", one.Read("turbo.json"));
    }

    [Fact]
    public void A_change_is_the_same_each_time_and_another_one_for_each_number()
    {
        var tree = new PythonTree(Modules, Files);
        using var place = Python(tree);
        var committed = place.Tree();

        Assert.All(new PythonScenarios(tree).All, scenario =>
        {
            List<string> staged = [.. ((int[])[0, 1, 2, 0]).Select(number => Staged(place, scenario, number))];

            Assert.Equal(staged[0], staged[3]);
            Assert.Equal(4, staged.Take(3).Append(committed).Distinct().Count());
        });
    }

    [Fact]
    public void No_two_scenarios_begin_with_the_same_change()
    {
        var tree = new PythonTree(Modules, Files);
        using var place = Python(tree);

        var staged = new PythonScenarios(tree).All.Select(scenario => Staged(place, scenario, 0)).ToList();

        Assert.Equal(staged.Count, staged.Distinct().Count());
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(17, 1)]
    [InlineData(5, 4)]
    [InlineData(1, 12)]
    public void The_files_of_tests_that_load_a_module_are_counted(int module, int expected) =>
        Assert.Equal(expected, new PythonTree(Modules, Files).TestsReaching(module));

    private static Workplace Python(PythonTree tree)
    {
        var place = new Workplace();
        tree.Write(place);
        place.Commit(tree.Checks);
        return place;
    }

    private static string Staged(Workplace place, Scenario scenario, int number)
    {
        place.Stage(place => scenario.Change(place, number));
        return place.Staged();
    }
}
