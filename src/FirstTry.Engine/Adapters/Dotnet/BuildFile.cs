using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>A file that MSBuild evaluates: a project, or one that projects take in. Conditions are not followed: what could be, counts.</summary>
internal sealed class BuildFile
{
    private BuildFile()
    {
    }

    /// <summary>The files that it takes in, as written.</summary>
    internal List<string> Imports { get; } = [];

    /// <summary>The projects that it references, as written.</summary>
    internal List<string> References { get; } = [];

    /// <summary>Everything else in it that has the form of a path, as written.</summary>
    internal List<string> Paths { get; } = [];

    /// <summary>The values of properties that are plain text or made of known ones; the last one of a name counts.</summary>
    internal Dictionary<string, string> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of packages and SDKs that it brings in.</summary>
    internal HashSet<string> Packages { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when it runs programs or code of its own while building.</summary>
    internal bool RunsPrograms { get; private set; }

    /// <summary>True when it says of itself that it is a test project.</summary>
    internal bool IsTest { get; private set; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal static BuildFile Read(string place)
    {
        var file = new BuildFile();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreWhitespace = true, XmlResolver = null };
        using var stream = File.OpenRead(place);
        using var reader = XmlReader.Create(stream, settings);
        var element = "";
        var property = "";
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                property = element == "PropertyGroup" || property.Length > 0 ? reader.LocalName : "";
                element = reader.LocalName;
                file.NoteElement(element);
                file.NoteAttributes(reader, element);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                file.NoteText(element, reader.Value);
            }
        }

        return file;
    }

    private void NoteElement(string element)
    {
        RunsPrograms |= element is "Exec" or "Code" or "UsingTask";
    }

    private void NoteAttributes(XmlReader reader, string element)
    {
        for (var has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
        {
            var name = reader.LocalName;
            if (name is "Condition" or "xmlns")
            {
                // A condition may ask whether a file is there.
                AddPaths(reader.Value.Replace('\'', ';'));
                continue;
            }

            if (element is "Import" && name == "Project")
            {
                Imports.Add(reader.Value);
            }
            else if (element == "ProjectReference" && name == "Include")
            {
                References.AddRange(reader.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
            else if (name is "Include" or "Update" && element is "PackageReference" or "GlobalPackageReference")
            {
                Packages.Add(reader.Value);
            }
            else
            {
                AddPaths(reader.Value);
            }

            if (name == "Sdk" && element is "Project" or "Import" or "Sdk")
            {
                Packages.Add(reader.Value.Split('/')[0]);
            }
        }

        reader.MoveToElement();
    }

    private void NoteText(string element, string value)
    {
        IsTest |= element is "IsTestProject" or "IsTestingPlatformApplication" or "UseMicrosoftTestingPlatformRunner" or "EnableMSTestRunner" or "EnableNUnitRunner"
            && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
        Properties[element] = value.Trim();
        AddPaths(value);
    }

    private void AddPaths(string value)
    {
        foreach (var part in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Contains("..", StringComparison.Ordinal) || part.AsSpan().IndexOfAny('/', '\\') >= 0 || part.Contains("$(", StringComparison.Ordinal))
            {
                Paths.Add(part);
            }
        }
    }
}
