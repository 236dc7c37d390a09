using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace FirstTry.Cli.Tests.Init.Import.Published;

/// <summary>A release of a public project that has the config of its repository in it, and what the import of that came to.</summary>
/// <param name="Format">pre-commit, lefthook, husky or husky.net.</param>
/// <param name="Project">Owner and name of the repository.</param>
/// <param name="Registry">Where it is published: Debian or npm.</param>
/// <param name="Archive">The path of the source in Debian's pool, or name and version of the package.</param>
/// <param name="Sha256">Of the archive; <c>.ci/published-configs</c> takes no other.</param>
/// <param name="Config">Where in the archive the config is: a dot for its top, a folder, or one file that other repositories extend.</param>
public sealed record Release(string Format, string Project, string Registry, string Archive, string Sha256, string Config, ImportCounts Counts)
{
    /// <summary>The list that <c>.ci/published-configs</c> reads too.</summary>
    public static string ListPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "releases.tsv");

    /// <summary>Where the releases are unpacked.</summary>
    public static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../../artifacts/published-configs"));

    /// <summary>Where this one is unpacked.</summary>
    public string Root => Path.Combine(Folder(), Format, Project.Replace('/', '+'));

    /// <summary>It is here, and is the one that the list names.</summary>
    public bool IsDownloaded => File.Exists(Root + ".sha256") && File.ReadAllText(Root + ".sha256").TrimEnd() == $"{Sha256} {Config}";

    /// <summary>Name and version, as people write them.</summary>
    public string Title => Uri.UnescapeDataString(Registry == "Debian" ? Archive.Split('/')[^1].Split(".orig")[0].Replace('_', ' ') : Archive.Insert(Archive.LastIndexOf('@'), " ").Replace(" @", " ", StringComparison.Ordinal));

    /// <summary>All of them, in the order of the list.</summary>
    public static List<Release> All()
    {
        var releases = new List<Release>();
        foreach (var line in File.ReadAllLines(ListPath()))
        {
            var parts = line.Split('\t');
            releases.Add(new Release(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], new ImportCounts(Number(parts[6]), Number(parts[7]), Number(parts[8]))));
        }

        return releases;
    }

    /// <summary>Writes the list.</summary>
    public static void Write(IEnumerable<Release> releases) => File.WriteAllText(ListPath(), string.Concat(releases.Select(release => string.Create(
        CultureInfo.InvariantCulture,
        $"{release.Format}\t{release.Project}\t{release.Registry}\t{release.Archive}\t{release.Sha256}\t{release.Config}\t{release.Counts.Mapped}\t{release.Counts.Approximated}\t{release.Counts.LeftOut}\n"))));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
