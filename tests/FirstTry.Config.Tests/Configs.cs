using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Config.Tests;

/// <summary>Parses texts of configs.</summary>
internal static class Configs
{
    public static ConfigResult Parse(string text, string? local = null) => ConfigParser.Parse(
        new ConfigSource("firsttry.yml", text),
        local is null ? null : new ConfigSource("firsttry.local.yml", local));

    /// <summary>The problems of a config beside C# sources, as they are printed.</summary>
    public static IReadOnlyList<string> ProblemsBeside(string text, params IReadOnlyList<(string Path, string Text)> code)
    {
        var lines = new List<string>();
        foreach (var problem in ParseBeside(text, code).Problems)
        {
            lines.Add(problem.ToString());
        }

        return lines;
    }

    /// <summary>Parses a config beside C# sources.</summary>
    public static ConfigResult ParseBeside(string text, params IReadOnlyList<(string Path, string Text)> code)
    {
        var sources = new List<ConfigSource>();
        foreach (var (path, source) in code)
        {
            sources.Add(new ConfigSource(path, source));
        }

        return ConfigParser.Parse(new ConfigSource("firsttry.yml", text), local: null, () => sources);
    }

    /// <summary>The graph of a config that must have no problems.</summary>
    public static CheckGraph Graph(string text, string? local = null)
    {
        var result = Parse(text, local);
        Assert.Equal([], result.Problems);
        return result.Graph;
    }

    /// <summary>The check of a config that has one, from its keys as a flow map.</summary>
    public static Check Check(string keys) => Graph("checks: { test: { " + keys + " } }").Checks[0];

    /// <summary>The problems as they are printed.</summary>
    public static IReadOnlyList<string> Problems(string text, string? local = null)
    {
        var lines = new List<string>();
        foreach (var problem in Parse(text, local).Problems)
        {
            lines.Add(problem.ToString());
        }

        return lines;
    }
}
