using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FirstTry.Cli.Init.Import.Patterns;
using YamlDotNet.RepresentationModel;

namespace FirstTry.Cli.Tests.Init.Import.Published;

/// <summary>The expressions by which published configs of pre-commit choose files, tried on the files of their own release.</summary>
public sealed class Expressions_of_published_projects
{
    public static TheoryData<string> Projects => [.. Release.All().Where(release => release.Format == "pre-commit").Select(release => release.Project)];

    [PublishedConfigsTheory]
    [MemberData(nameof(Projects))]
    public void They_choose_the_same_files_as_globs(string project)
    {
        var root = Release.All().Find(release => release.Format == "pre-commit" && release.Project == project)!.Root;
        var paths = Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path)).ToList();

        foreach (var expression in Expressions(root))
        {
            var (including, excluding, regex) = (RegexGlobs.Including(expression), RegexGlobs.Excluding(expression), new Regex(expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)));

            Assert.All(paths, path => AssertTaken(including, regex.IsMatch(path), including.Globs.Count == 0 || Regexes_as_globs.Matches(including.Globs, path), expression, path));
            Assert.All(paths.Where(path => Regexes_as_globs.Matches(excluding.Globs, path)), path => Assert.True(regex.IsMatch(path), $"{expression} does not leave out {path}"));
        }
    }

    private static void AssertTaken(PathPatternResult globs, bool was, bool isNow, string expression, string path) =>
        Assert.True(was == isNow || (isNow && !globs.IsExact), $"{expression} {(was ? "takes" : "does not take")} {path}, and {string.Join(' ', globs.Globs)} the other way round");

    private static List<string> Expressions(string root)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(root, ".pre-commit-config.yaml"));
        stream.Load(reader);
        return [.. stream.Documents[0].RootNode.AllNodes.OfType<YamlMappingNode>().SelectMany(map => map.Children)
            .Where(entry => entry.Key is YamlScalarNode { Value: "files" or "exclude" } && entry.Value is YamlScalarNode { Value.Length: > 0 })
            .Select(entry => ((YamlScalarNode)entry.Value).Value!).Distinct()];
    }
}
