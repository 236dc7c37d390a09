using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>The config of a public repository, and what its import came to.</summary>
/// <param name="Format">pre-commit, lefthook, husky or husky.net.</param>
/// <param name="Repository">Owner and name.</param>
public sealed record PublicConfig(string Format, string Repository, string Commit, int Mapped, int Approximated, int LeftOut)
{
    /// <summary>The configs that a list names, in its order.</summary>
    public static List<PublicConfig> All(string list)
    {
        var configs = new List<PublicConfig>();
        foreach (var line in File.ReadAllLines(list))
        {
            var parts = line.Split('\t');
            configs.Add(new PublicConfig(parts[0], parts[1], parts[2], Number(parts[3]), Number(parts[4]), Number(parts[5])));
        }

        return configs;
    }

    /// <summary>Writes a list.</summary>
    public static void Write(string list, IEnumerable<PublicConfig> configs)
    {
        var lines = new List<string>();
        foreach (var config in configs)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{config.Format}\t{config.Repository}\t{config.Commit}\t{config.Mapped}\t{config.Approximated}\t{config.LeftOut}"));
        }

        File.WriteAllText(list, string.Join('\n', lines) + "\n");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
