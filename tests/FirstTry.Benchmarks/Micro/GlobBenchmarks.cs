using System;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using FirstTry.Graph;

namespace FirstTry.Benchmarks.Micro;

/// <summary>Globs over the paths of a repository.</summary>
public class GlobBenchmarks
{
    private const int Paths = 10_000;
    private readonly string[] _patterns = ["src/**/*.py", "{web,app}/**/[a-m]*.ts", "*.md", "docs/**/figure?.svg"];
    private readonly RepoPath[] _paths = new RepoPath[Paths];
    private GlobSet _set = null!;

    /// <summary>Makes paths, a quarter of which match.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        for (var i = 0; i < Paths; i++)
            _paths[i] = RepoPath.FromText(string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "src" : "tests")}/part{i / 100}/deep/module{i}.{(i % 4 == 0 ? "py" : "c")}"));

        _set = Compile();
    }

    /// <summary>Four patterns are compiled.</summary>
    [Benchmark]
    public GlobSet Compile() => new(EquatableArray.Create(Array.ConvertAll(_patterns, Parse)), EquatableArray.Create(Parse("src/old/**")));

    /// <summary>Each of 10,000 paths is looked up in four patterns, less a fifth.</summary>
    [Benchmark]
    public int MatchTenThousandPaths()
    {
        var matches = 0;
        foreach (var path in _paths)
            matches += _set.IsMatch(path) ? 1 : 0;

        return matches;
    }

    private static Glob Parse(string pattern) => Glob.TryParse(pattern, out var glob, out var error) ? glob : throw new BenchmarkException(error);
}
