using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace FirstTry.Architecture.Tests;

public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["FirstTry.Graph"] = [],
        ["FirstTry.Processes"] = [],
        ["FirstTry.Config"] = ["FirstTry.Graph"],
        ["FirstTry.Git"] = ["FirstTry.Graph", "FirstTry.Processes"],
        ["FirstTry.Engine"] = ["FirstTry.Graph", "FirstTry.Processes", "FirstTry.Git"],
        ["FirstTry.Generators"] = ["FirstTry.Graph", "FirstTry.Config"],
        ["FirstTry.Cli"] =
        [
            "FirstTry.Graph", "FirstTry.Processes", "FirstTry.Config", "FirstTry.Git", "FirstTry.Engine", "FirstTry.Generators",
        ],
    };

    public static TheoryData<string> ProjectNames => [.. Allowed.Keys];

    [Fact]
    public void Every_project_has_its_place_on_the_map()
    {
        var found = Repository.Projects().Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), found);
    }

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void A_project_refers_only_to_what_the_map_allows(string project)
    {
        var file = Repository.Projects().Single(path => Path.GetFileNameWithoutExtension(path) == project);

        var references = XDocument.Load(file)
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Assert.Empty(references.Except(Allowed[project], StringComparer.Ordinal));
    }

    [Fact]
    public void The_graph_depends_on_no_package()
    {
        var file = Repository.Projects().Single(path => Path.GetFileNameWithoutExtension(path) == "FirstTry.Graph");

        Assert.Empty(XDocument.Load(file).Descendants("PackageReference"));
    }
}
