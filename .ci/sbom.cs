#:property PublishAot=false
#:property AllowUnsafeBlocks=true

// Writes what a published program is made of, as a CycloneDX document: every NuGet package of which something is in it, by what the
// restore took (project.assets.json) and what the packages say of themselves, the runtime that is linked in, and the native libgit2.
//   dotnet run .ci/sbom.cs -- PROJECT.ASSETS.JSON RUNTIME-IDENTIFIER VERSION FOLDER-OF-THE-PROGRAM OUTPUT
// The time is SOURCE_DATE_EPOCH: the same sources give the same bytes.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;

if (args is not [var assetsFile, var platform, var version, var program, var output])
{
    Console.Error.WriteLine("sbom: PROJECT.ASSETS.JSON RUNTIME-IDENTIFIER VERSION FOLDER-OF-THE-PROGRAM OUTPUT");
    return 2;
}

using var assets = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
var epoch = long.Parse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") ?? throw new InvalidOperationException("SOURCE_DATE_EPOCH is not set"), CultureInfo.InvariantCulture);
var packages = new Packages(assets.RootElement, platform);
using var file = File.Create(output);
using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
new Document(json).Write(version, platform, DateTimeOffset.FromUnixTimeSeconds(epoch), [.. packages.Used(), packages.Native(program)]);
return 0;

/// <summary>What is part of the program.</summary>
internal sealed record Component(string Name, string Version, string Url, string? Sha512, string? Author, License License, string[] DependsOn);

/// <summary>A licence as its package names it: an SPDX expression, or the text of a file.</summary>
internal sealed record License(string? Expression, string Name, string? Text);

/// <summary>The packages of a restore, from the folders in which they lie.</summary>
internal sealed class Packages(JsonElement assets, string platform)
{
    private const string NativePackage = "LibGit2Sharp.NativeBinaries";
    private readonly JsonElement _target = assets.GetProperty("targets").GetProperty("net10.0/" + platform);

    /// <summary>Those with code in the program, by name; what only helps to compile is left out.</summary>
    public IEnumerable<Component> Used()
    {
        var used = new SortedDictionary<string, Component>(StringComparer.Ordinal);
        foreach (var entry in _target.EnumerateObject())
        {
            if (IsPackage(entry.Value) && IsPartOfProgram(entry.Value))
            {
                var (name, version) = Split(entry.Name);
                var hash = assets.GetProperty("libraries").GetProperty(entry.Name).GetProperty("sha512").GetString()!;
                used.Add(name, Read(name, version, hash, DependenciesOf(entry)));
            }
        }

        var runtime = "Microsoft.NETCore.App.Runtime.NativeAOT." + platform;
        var linked = Downloaded(runtime);
        used.Add(runtime, Read(runtime, linked, File.ReadAllText(Path.Combine(Folder(runtime, linked), $"{runtime.ToLowerInvariant()}.{linked}.nupkg.sha512")), []));
        return used.Values;
    }

    /// <summary>The native library: its version as it says itself, its commit and licence as its package says.</summary>
    public Component Native(string program)
    {
        var folder = Path.Combine(Folder(NativePackage, VersionOf(NativePackage)), "libgit2");
        var commit = File.ReadAllText(Path.Combine(folder, "libgit2_hash.txt")).Trim();
        var license = new License(null, "libgit2.license.txt", File.ReadAllText(Path.Combine(folder, "libgit2.license.txt")));
        return new Component("libgit2", LibGit2.VersionIn(program), "pkg:github/libgit2/libgit2@" + commit, null, "the libgit2 contributors", license, []);
    }

    private static bool IsPackage(JsonElement entry) => entry.GetProperty("type").GetString() == "package";

    private static bool IsPartOfProgram(JsonElement entry) => Has(entry, "runtime") || Has(entry, "native");

    private static bool Has(JsonElement entry, string kind)
    {
        if (entry.TryGetProperty(kind, out var files))
        {
            foreach (var file in files.EnumerateObject())
            {
                if (!file.Name.EndsWith("/_._", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static (string Name, string Version) Split(string entry)
    {
        var end = entry.IndexOf('/', StringComparison.Ordinal);
        return (entry[..end], entry[(end + 1)..]);
    }

    private string[] DependenciesOf(JsonProperty entry)
    {
        var urls = new List<string>();
        if (entry.Value.TryGetProperty("dependencies", out var dependencies))
        {
            foreach (var dependency in dependencies.EnumerateObject())
            {
                urls.Add(UrlOf(dependency.Name, VersionOf(dependency.Name)));
            }
        }

        if (Split(entry.Name).Name == NativePackage)
        {
            var commit = File.ReadAllText(Path.Combine(Folder(NativePackage, VersionOf(NativePackage)), "libgit2", "libgit2_hash.txt")).Trim();
            urls.Add("pkg:github/libgit2/libgit2@" + commit);
        }

        return [.. urls];
    }

    private string VersionOf(string name)
    {
        foreach (var entry in _target.EnumerateObject())
        {
            if (Split(entry.Name) is var (found, version) && string.Equals(found, name, StringComparison.OrdinalIgnoreCase))
            {
                return version;
            }
        }

        throw new InvalidOperationException($"{name} was not restored for {platform}");
    }

    private string Downloaded(string name)
    {
        foreach (var download in assets.GetProperty("project").GetProperty("frameworks").GetProperty("net10.0").GetProperty("downloadDependencies").EnumerateArray())
        {
            if (download.GetProperty("name").GetString() == name)
            {
                return download.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0];
            }
        }

        throw new InvalidOperationException($"{name} was not restored");
    }

    private Component Read(string name, string version, string hash, string[] dependsOn)
    {
        var folder = Folder(name, version);
        var metadata = XDocument.Load(Path.Combine(folder, name.ToLowerInvariant() + ".nuspec")).Root!;
        var space = metadata.Name.Namespace;
        metadata = metadata.Element(space + "metadata")!;
        var license = metadata.Element(space + "license") ?? throw new InvalidOperationException($"{name} names no licence");
        return new Component(
            name,
            version,
            UrlOf(name, version),
            Convert.ToHexStringLower(Convert.FromBase64String(hash.Trim())),
            metadata.Element(space + "authors")?.Value,
            license.Attribute("type")?.Value == "expression"
                ? new License(license.Value, license.Value, null)
                : new License(null, Path.GetFileName(license.Value), File.ReadAllText(Path.Combine(folder, license.Value))),
            dependsOn);
    }

    private string Folder(string name, string version)
    {
        foreach (var root in assets.GetProperty("packageFolders").EnumerateObject())
        {
            var folder = Path.Combine(root.Name, name.ToLowerInvariant(), version.ToLowerInvariant());
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"{name} {version} lies in no package folder");
    }

    private static string UrlOf(string name, string version) => $"pkg:nuget/{name}@{version}";
}

/// <summary>The native library beside a program.</summary>
internal static unsafe class LibGit2
{
    /// <summary>The version that the library says it has.</summary>
    public static string VersionIn(string program)
    {
        foreach (var file in Directory.GetFiles(Path.GetFullPath(program)))
        {
            if (Path.GetFileName(file) is var name && (name.StartsWith("libgit2-", StringComparison.Ordinal) || name.StartsWith("git2-", StringComparison.Ordinal)))
            {
                int major, minor, revision;
                var library = NativeLibrary.Load(file);
                ((delegate* unmanaged[Cdecl]<int*, int*, int*, int>)NativeLibrary.GetExport(library, "git_libgit2_version"))(&major, &minor, &revision);
                return $"{major}.{minor}.{revision}";
            }
        }

        throw new InvalidOperationException($"there is no libgit2 in {program}");
    }
}

/// <summary>CycloneDX 1.6.</summary>
internal sealed class Document(Utf8JsonWriter json)
{
    public void Write(string version, string platform, DateTimeOffset time, IReadOnlyList<Component> components)
    {
        var program = $"pkg:generic/firsttry@{version}?platform={platform}";
        json.WriteStartObject();
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteNumber("version", 1);
        json.WriteStartObject("metadata");
        json.WriteString("timestamp", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("component");
        Describe("application", "firsttry", version, program);
        WriteLicense(new License("MIT", "MIT", null));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("components");
        foreach (var component in components)
        {
            WriteComponent(component);
        }

        json.WriteEndArray();
        WriteDependencies(program, components);
        json.WriteEndObject();
    }

    private void WriteComponent(Component component)
    {
        json.WriteStartObject();
        Describe("library", component.Name, component.Version, component.Url);
        if (component.Author is { } author)
        {
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", author);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (component.Sha512 is { } hash)
        {
            json.WriteStartArray("hashes");
            json.WriteStartObject();
            json.WriteString("alg", "SHA-512");
            json.WriteString("content", hash);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        WriteLicense(component.License);
        json.WriteEndObject();
    }

    private void Describe(string type, string name, string version, string url)
    {
        json.WriteString("type", type);
        json.WriteString("bom-ref", url);
        json.WriteString("name", name);
        json.WriteString("version", version);
        json.WriteString("purl", url);
    }

    private void WriteLicense(License license)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        if (license.Expression is { } expression)
        {
            json.WriteString("expression", expression);
        }
        else
        {
            json.WriteStartObject("license");
            json.WriteString("name", license.Name);
            json.WriteStartObject("text");
            json.WriteString("contentType", "text/plain");
            json.WriteString("content", license.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteDependencies(string program, IReadOnlyList<Component> components)
    {
        json.WriteStartArray("dependencies");
        WriteDependency(program, [.. Urls(components)]);
        foreach (var component in components)
        {
            WriteDependency(component.Url, component.DependsOn);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string> Urls(IEnumerable<Component> components)
    {
        foreach (var component in components)
        {
            yield return component.Url;
        }
    }

    private void WriteDependency(string url, string[] others)
    {
        json.WriteStartObject();
        json.WriteString("ref", url);
        json.WriteStartArray("dependsOn");
        foreach (var other in others)
        {
            json.WriteStringValue(other);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
