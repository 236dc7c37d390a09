using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Tools.Companions;

/// <summary>
/// What a Python interpreter would import: the distributions that are installed in its environment, each by the list of its files that the
/// installer wrote, with their digests; and the packages that the tool itself consists of, file by file.
/// </summary>
internal sealed class PythonInstallation(FingerprintScene scene, PlainFiles files)
{
    private readonly Dictionary<string, Digest> _known = new(StringComparer.Ordinal);

    /// <summary>True for a file that is an interpreter of Python.</summary>
    internal static bool IsPython(string place) =>
        Path.GetFileName(place) is var name && (name.StartsWith("python", StringComparison.Ordinal) || name.StartsWith("pypy", StringComparison.Ordinal));

    /// <summary>Forgets what was seen.</summary>
    internal void LookAgain() => _known.Clear();

    /// <summary>Adds what is installed for an interpreter.</summary>
    internal void Add(ToolIdentity identity, string name, ToolFile interpreter, string home)
    {
        foreach (var (label, folder) in SiteFolders(interpreter, home))
        {
            if (!_known.TryGetValue(folder, out var digest))
            {
                digest = DigestOf(folder);
                _known.Add(folder, digest);
            }

            identity.Add($"{name} packages in {label}".TrimStart(), digest);
        }

        foreach (var settings in SettingsOf(interpreter.Place))
        {
            identity.Add($"{name} {Path.GetFileName(settings)}".TrimStart(), WithoutPlaces(files.TextOf(settings)));
        }

        foreach (var library in LibrariesOf(interpreter))
        {
            if (files.DigestOf(library) is { } digest)
            {
                identity.Add($"{name} {Path.GetFileName(library)}".TrimStart(), digest);
            }
        }
    }

    /// <summary>Adds the packages that a script imports, or a command names behind <c>-m</c>, file by file.</summary>
    internal void AddPackages(ToolIdentity identity, string name, ToolFile interpreter, IEnumerable<string> modules, string home)
    {
        foreach (var module in modules)
        {
            foreach (var (label, folder) in SiteFolders(interpreter, home))
            {
                var package = Path.Combine(folder, module);
                if (Directory.Exists(package))
                {
                    identity.Add($"{name} package {module} in {label}".TrimStart(), files.DigestBelow(package, IsSource));
                }

                if (files.DigestOf(package + ".py") is { } digest)
                {
                    identity.Add($"{name} module {module} in {label}".TrimStart(), digest);
                }
            }
        }
    }

    /// <summary>The modules that a script made by an installer imports.</summary>
    internal static IEnumerable<string> ImportsOf(string script)
    {
        foreach (var line in script.Split('\n'))
        {
            var words = line.Trim().Split([' ', ',', ';', '.'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && words[0] is "from" or "import" && words[1] is not ("re" or "sys" or "os"))
            {
                yield return words[1];
            }
        }
    }

    private static bool IsSource(string path) =>
        !path.EndsWith(".pyc", StringComparison.Ordinal) && !path.Contains("__pycache__", StringComparison.Ordinal);

    // An environment says so in a file beside its folder of programs; its interpreter is a link to the one it was made with.
    private static string? EnvironmentOf(string place)
    {
        var programs = Path.GetDirectoryName(place)!;
        return File.Exists(Path.Combine(programs, "pyvenv.cfg")) ? programs
            : Path.GetDirectoryName(programs) is { } above && File.Exists(Path.Combine(above, "pyvenv.cfg")) ? above
            : null;
    }

    private static string[] SettingsOf(string place) =>
        EnvironmentOf(place) is { } environment ? [Path.Combine(environment, "pyvenv.cfg")] : [];

    private IEnumerable<(string Label, string Folder)> SiteFolders(ToolFile interpreter, string home)
    {
        var environment = EnvironmentOf(interpreter.Place);
        var prefixes = new List<(string Label, string Folder)>();
        if (environment is not null)
        {
            prefixes.Add(("the environment", environment));
        }

        if (environment is null || files.TextOf(Path.Combine(environment, "pyvenv.cfg")).Contains("include-system-site-packages = true", StringComparison.Ordinal))
        {
            prefixes.Add(("the installation", Path.GetDirectoryName(Path.GetDirectoryName(interpreter.RealPlace))!));
            prefixes.Add(("/usr/local", "/usr/local"));
            prefixes.Add(("~/.local", home + "/.local"));
        }

        foreach (var (label, prefix) in prefixes)
        {
            foreach (var library in (string[])["lib", "lib64"])
            {
                foreach (var version in PlainFiles.NamesIn(Path.Combine(prefix, library)))
                {
                    if (!IsPython(version))
                    {
                        continue;
                    }

                    foreach (var site in (string[])["site-packages", "dist-packages"])
                    {
                        var folder = Path.Combine(prefix, library, version, site);
                        if (Directory.Exists(folder))
                        {
                            yield return ($"{label}/{library}/{version}/{site}", folder);
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<string> LibrariesOf(ToolFile interpreter)
    {
        var version = Path.GetFileName(interpreter.RealPlace);
        var prefix = Path.GetDirectoryName(Path.GetDirectoryName(interpreter.RealPlace));
        yield return $"{prefix}/lib/lib{version}.so.1.0";
        yield return $"{prefix}/lib/lib{version}.so";
    }

    private Digest DigestOf(string folder)
    {
        var list = new DocumentWriter();
        foreach (var name in PlainFiles.NamesIn(folder))
        {
            var place = Path.Combine(folder, name);
            if (name.EndsWith(".dist-info", StringComparison.Ordinal) || name.EndsWith(".egg-info", StringComparison.Ordinal))
            {
                AddDistribution(list, name, place);
            }
            else if (name.EndsWith(".pth", StringComparison.Ordinal) || name.EndsWith(".egg-link", StringComparison.Ordinal)
                || name.StartsWith("__editable__", StringComparison.Ordinal))
            {
                list.Item(name, WithoutPlaces(files.TextOf(place)));
            }
            else if (name != "__pycache__")
            {
                list.Item(name, "");
            }
        }

        return Sha256.Of(list.Written);
    }

    private void AddDistribution(DocumentWriter list, string name, string place)
    {
        RequireInside(name, files.TextOf(Path.Combine(place, "direct_url.json")));
        var digest = files.DigestOf(Path.Combine(place, "RECORD"), "python record", DigestOfRecord)
            ?? files.DigestOf(Path.Combine(place, "METADATA")) ?? files.DigestOf(Path.Combine(place, "PKG-INFO")) ?? files.DigestOf(place);
        list.Item(Encoding.UTF8.GetBytes(name), digest?.ToArray() ?? []);
    }

    // What lies outside of the packages' folder are programs, which hold absolute paths; compiled files come and go.
    private static Digest DigestOfRecord(byte[] content)
    {
        var lines = new DocumentWriter();
        foreach (var line in Encoding.UTF8.GetString(content).Split('\n'))
        {
            if (!line.StartsWith("../", StringComparison.Ordinal) && !line.Contains("__pycache__", StringComparison.Ordinal)
                && !line.Contains("direct_url.json", StringComparison.Ordinal) && !line.Contains(".dist-info/RECORD", StringComparison.Ordinal))
            {
                lines.Field(Encoding.UTF8.GetBytes(line.TrimEnd('\r')));
            }
        }

        return Sha256.Of(lines.Written);
    }

    // A distribution installed in place from another folder changes without being installed again.
    private void RequireInside(string name, string source)
    {
        var isEditable = source.Contains("\"editable\"", StringComparison.Ordinal) && source.Contains("true", StringComparison.Ordinal);
        if (isEditable && !source.Contains("file://" + scene.Worktree.Root, StringComparison.Ordinal))
        {
            throw new ObstacleException($"the Python package '{name}' is installed in place from a folder outside of the repository");
        }
    }

    private string WithoutPlaces(string text)
    {
        var kept = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            // Where the environment was made from: the interpreter itself counts by content.
            var key = line.Split('=')[0].Trim();
            if (key is not ("home" or "executable" or "command" or "prompt"))
            {
                kept.Append(line.Replace(scene.Worktree.Root, ".", StringComparison.Ordinal)).Append('\n');
            }
        }

        return kept.ToString();
    }
}
