using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Tools.Companions;

/// <summary>The packages of Node: the one that a program belongs to file by file, all others that are really installed by their manifests.</summary>
internal sealed class NodePackages(PlainFiles files)
{
    private const string Folder = "node_modules";
    private const string ShimStart = "$basedir/";
    private readonly Dictionary<string, Digest> _known = new(StringComparer.Ordinal);

    /// <summary>True for what runs JavaScript with packages, or installs them.</summary>
    internal static bool IsNode(string place) =>
        Path.GetFileName(place) is "node" or "nodejs" or "npm" or "npx" or "yarn" or "yarnpkg" or "pnpm" or "pnpx" or "bun" or "bunx" or "deno" or "corepack";

    /// <summary>Forgets what was seen.</summary>
    internal void LookAgain() => _known.Clear();

    /// <summary>Adds the package of a program that lies in one, or starts a file of one as the shims of pnpm and Windows do.</summary>
    internal void AddPackage(ToolIdentity identity, string name, ToolFile program)
    {
        foreach (var place in TargetsOf(program))
        {
            if (PackageOf(place) is { } package)
            {
                identity.Add($"{name} package {Path.GetFileName(package)}".TrimStart(), Once(package + "/", () => files.DigestBelow(package, IsOfPackage)));
            }
        }
    }

    /// <summary>Adds everything that is installed in a folder and those above it.</summary>
    internal void AddInstalled(ToolIdentity identity, string name, string folder)
    {
        var level = 0;
        foreach (var above in PlainFiles.Upwards(folder))
        {
            var place = Path.Combine(above, Folder);
            if (Directory.Exists(place))
            {
                identity.Add($"{name} packages {level} up".TrimStart(), Once(place, () => DigestOf(place)));
            }

            level++;
        }
    }

    private List<string> TargetsOf(ToolFile program)
    {
        var targets = new List<string> { program.RealPlace };
        if (!program.Place.Contains($"/{Folder}/.bin/", StringComparison.Ordinal) || program.Interpreter.Count == 0)
        {
            return targets;
        }

        var text = files.TextOf(program.RealPlace);
        for (var start = text.IndexOf(ShimStart, StringComparison.Ordinal); start >= 0; start = text.IndexOf(ShimStart, start, StringComparison.Ordinal))
        {
            start += ShimStart.Length;
            var end = text.AsSpan(start).IndexOfAny("\"' \n");
            targets.Add(Path.GetFullPath(end < 0 ? text[start..] : text.Substring(start, end), Path.GetDirectoryName(program.RealPlace)!));
        }

        return targets;
    }

    private static string? PackageOf(string place)
    {
        var start = place.LastIndexOf($"/{Folder}/", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += Folder.Length + 2;
        var end = place.IndexOf('/', start);
        if (place[start] == '@' && end >= 0)
        {
            end = place.IndexOf('/', end + 1);
        }

        return end < 0 || place[start] == '.' ? null : place[..end];
    }

    private static bool IsOfPackage(string path) =>
        !path.StartsWith(Folder + "/", StringComparison.Ordinal) && !path.Contains($"/{Folder}/", StringComparison.Ordinal);

    private Digest Once(string key, Func<Digest> digest)
    {
        if (!_known.TryGetValue(key, out var known))
        {
            known = digest();
            _known.Add(key, known);
        }

        return known;
    }

    private Digest DigestOf(string folder)
    {
        var list = new DocumentWriter();
        AddAll(list, folder, "");
        return Sha256.Of(list.Written);
    }

    private void AddAll(DocumentWriter list, string folder, string prefix)
    {
        foreach (var name in PlainFiles.NamesIn(folder))
        {
            var place = Path.Combine(folder, name);
            if (name is ".package-lock.json" or ".yarn-integrity" or ".yarn-state.yml")
            {
                files.Add(list, prefix + name, place);
            }
            else if (name == ".pnpm")
            {
                AddVirtualStore(list, place, prefix + name);
            }
            else if (name.StartsWith('@'))
            {
                AddAll(list, place, prefix + name + "/");
            }
            else if (!name.StartsWith('.'))
            {
                AddOne(list, place, prefix + name);
            }
        }
    }

    private void AddOne(DocumentWriter list, string place, string name)
    {
        list.Item(Encoding.UTF8.GetBytes(name), files.DigestOf(Path.Combine(place, "package.json"))?.ToArray() ?? []);

        // A link into pnpm's folder, or to another package of a workspace, is not entered a second time.
        if (new FileInfo(place).LinkTarget is null && Directory.Exists(Path.Combine(place, Folder)))
        {
            AddAll(list, Path.Combine(place, Folder), $"{name}/{Folder}/");
        }
    }

    // The names have versions and digests of what they were installed beside.
    private void AddVirtualStore(DocumentWriter list, string place, string name)
    {
        files.Add(list, name + "/lock.yaml", Path.Combine(place, "lock.yaml"));
        foreach (var package in PlainFiles.NamesIn(place))
        {
            list.Item($"{name}/{package}", "");
            if (Directory.Exists(Path.Combine(place, package, Folder)))
            {
                AddAll(list, Path.Combine(place, package, Folder), $"{name}/{package}/");
            }
        }
    }
}
