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

    /// <summary>How a file names the folder that it lies in.</summary>
    internal const string OwnFolder = "$(MSBuildThisFileDirectory)";

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
        var isProperty = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                element = reader.LocalName;
                isProperty |= element == "PropertyGroup" && !reader.IsEmptyElement;
                file.NoteElement(element);
                file.NoteAttributes(reader, element);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                file.NoteText(element, reader.Value, isProperty);
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "PropertyGroup")
            {
                isProperty = false;
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
                // A condition may ask whether a file is there. That of the solution always is.
                AddPaths(string.Join(';', Array.FindAll(reader.Value.Split('\'', ';'), part => part != "$(SolutionDir)")));
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

    private void NoteText(string element, string value, bool isProperty)
    {
        IsTest |= element is "IsTestProject" or "IsTestingPlatformApplication" or "UseMicrosoftTestingPlatformRunner" or "EnableMSTestRunner" or "EnableNUnitRunner"
            && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
        Properties[element] = value.Trim();

        // A name for this folder, as the root of a repository often has: what is read below it is told where the name is used.
        if (!isProperty || !value.Trim().Equals(OwnFolder, StringComparison.OrdinalIgnoreCase))
        {
            AddPaths(value);
        }
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
