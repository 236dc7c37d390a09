using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Xml;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>A file that names projects: <c>.sln</c>, <c>.slnx</c> or a filter over one.</summary>
internal static class SolutionFile
{
    /// <summary>True for the name of one.</summary>
    internal static bool IsOne(string path) => Path.GetExtension(path) is ".sln" or ".slnx" or ".slnf";

    /// <summary>True for the name of a project.</summary>
    internal static bool IsProject(string path) => Path.GetExtension(path) is ".csproj" or ".fsproj" or ".vbproj";

    /// <summary>What <c>dotnet</c> works on in a place: the file itself, the one solution of a folder, else its one project; null when that is not clear.</summary>
    internal static string? In(string place)
    {
        if (!Directory.Exists(place))
        {
            return (IsOne(place) || IsProject(place)) && File.Exists(place) ? place : null;
        }

        var solutions = new List<string>();
        var projects = new List<string>();
        foreach (var file in Directory.EnumerateFiles(place))
        {
            if (Path.GetExtension(file) is ".sln" or ".slnx")
            {
                solutions.Add(file);
            }
            else if (IsProject(file))
            {
                projects.Add(file);
            }
        }

        return solutions.Count == 1 ? solutions[0] : solutions.Count == 0 && projects.Count == 1 ? projects[0] : null;
    }

    /// <summary>The absolute paths of the projects that a solution names, in its order.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static List<string> ProjectsOf(string place)
    {
        var paths = Path.GetExtension(place) switch
        {
            ".slnx" => OfXml(place),
            ".slnf" => OfFilter(place),
            _ => OfText(File.ReadAllText(place)),
        };
        var folder = Path.GetDirectoryName(Path.GetExtension(place) == ".slnf" ? SolutionOf(place) : place)!;
        return paths.ConvertAll(path => Path.GetFullPath(path.Replace('\\', '/'), folder));
    }

    // Project("{kind}") = "Name", "Folder\Name.csproj", "{id}"
    private static List<string> OfText(string text)
    {
        var paths = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var parts = line.StartsWith("Project(", StringComparison.Ordinal) ? line.Split('"') : [];
            if (parts.Length > 5 && Path.GetExtension(parts[5]).EndsWith("proj", StringComparison.OrdinalIgnoreCase))
            {
                paths.Add(parts[5]);
            }
        }

        return paths;
    }

    private static List<string> OfXml(string place)
    {
        var paths = new List<string>();
        using var stream = File.OpenRead(place);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Project" && reader.GetAttribute("Path") is { } path)
            {
                paths.Add(path);
            }
        }

        return paths;
    }

    private static List<string> OfFilter(string place)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(place));
        var paths = new List<string>();
        foreach (var path in Solution(document).GetProperty("projects").EnumerateArray())
        {
            paths.Add(path.GetString()!);
        }

        return paths;
    }

    private static string SolutionOf(string place)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(place));
        return Path.GetFullPath(Solution(document).GetProperty("path").GetString()!.Replace('\\', '/'), Path.GetDirectoryName(place)!);
    }

    private static JsonElement Solution(JsonDocument document) =>
        document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("solution", out var solution)
            ? solution
            : throw new JsonException("it has no 'solution'");
}
