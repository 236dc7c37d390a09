using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using FirstTry.Engine.Adapters.Reaching;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>Reads a project with the files that it takes in, and what its code says about places outside of it.</summary>
internal sealed class ProjectReading
{
    private static readonly string[] Implied = ["Directory.Build.props", "Directory.Packages.props", "Directory.Build.targets"];
    private static readonly string[] TestPackages = ["Microsoft.NET.Test.Sdk", "Microsoft.Testing.", "xunit", "NUnit", "MSTest", "TUnit"];

    private readonly string _root;
    private readonly string _solutionFolder;
    private readonly string _project;
    private readonly string _folder;
    private readonly Reach _reach;
    private readonly Dictionary<string, string> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _files = [];
    private readonly List<string> _references = [];
    private bool _isTest;

    private ProjectReading(string root, string solutionFolder, string project)
    {
        _root = root;
        _solutionFolder = solutionFolder;
        _project = project;
        _folder = Path.GetDirectoryName(project)!;
        _reach = new Reach(Below(_folder));
    }

    /// <summary>Reads a project.</summary>
    /// <param name="root">The absolute path of the repository.</param>
    /// <param name="solutionFolder">The absolute path of the folder of the solution.</param>
    /// <param name="project">The absolute path of the project file.</param>
    /// <param name="words">Words to look for in its code.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="XmlException">A file is no XML.</exception>
    internal static DotnetProject Of(string root, string solutionFolder, string project, IReadOnlyCollection<string> words)
    {
        var reading = new ProjectReading(root, solutionFolder, project);
        reading.TakeUpwards(Implied[0]);
        reading.TakeUpwards(Implied[1]);
        reading.Take(project);
        reading.TakeUpwards(Implied[2]);
        reading.Take(project + ".user");
        reading.AddAssets();
        new CodeReading(reading._reach, words).Read(reading._folder);
        var part = new Part(reading.Below(reading._folder), reading.Below(project), reading._reach);
        return new DotnetProject(project, part, reading._files, reading._references, reading._isTest || reading._reach.IsEverything);
    }

    // MSBuild itself takes the nearest; that one may take in the next.
    private void TakeUpwards(string name)
    {
        for (var folder = _folder; folder is not null && folder.Length >= _root.Length; folder = Path.GetDirectoryName(folder))
        {
            Take(Path.Combine(folder, name));
        }
    }

    private void Take(string place)
    {
        if (_files.Contains(place) || !File.Exists(place))
        {
            return;
        }

        _files.Add(place);
        var file = BuildFile.Read(place);
        foreach (var (name, value) in file.Properties)
        {
            // The folder of the file that says it, wherever it is used.
            _properties[name] = value.Replace(BuildFile.OwnFolder, Path.GetDirectoryName(place) + "/", StringComparison.OrdinalIgnoreCase);
        }

        var paths = new BuildPath(_root, _solutionFolder, _folder, Path.GetDirectoryName(place)!, _properties);
        _isTest |= file.IsTest || IsTested(file.Packages);
        if (file.RunsPrograms)
        {
            _reach.AddPlace("");
        }

        _reach.AddPlace(Below(place));
        file.Imports.ForEach(import => Import(import, paths));
        file.References.ForEach(reference => Reference(reference, paths));
        file.Paths.ForEach(path => Note(path, paths));
    }

    private void Import(string import, BuildPath paths)
    {
        var above = Array.Find(Implied, name => import.Contains("FileAbove", StringComparison.Ordinal) && import.Contains(name, StringComparison.Ordinal));
        if (above is not null)
        {
            TakeUpwards(above);
        }
        else if (Note(import, paths, fromFile: true) is { Length: > 0 } place)
        {
            Take(Path.Combine(_root, place));
        }
    }

    private void Reference(string reference, BuildPath paths)
    {
        if (Note(reference, paths) is { Length: > 0 } place)
        {
            _references.Add(Path.Combine(_root, place));
        }
    }

    private string? Note(string path, BuildPath paths, bool fromFile = false)
    {
        var place = paths.PlaceOf(path, out var isKnown, fromFile);
        _reach.AddPlace(isKnown ? place : "");
        return place;
    }

    // What the last restore found out, whatever the project files were made of.
    private void AddAssets()
    {
        var place = Path.Combine(_folder, "obj/project.assets.json");
        if (!File.Exists(place))
        {
            return;
        }

        foreach (var part in File.ReadAllText(place).Split('"'))
        {
            _isTest |= part.Contains('/', StringComparison.Ordinal) && IsTested([part]);
            if (SolutionFile.IsProject(part) && part != _project && part.StartsWith(_root + "/", StringComparison.Ordinal) && !_references.Contains(part))
            {
                _references.Add(part);
                _reach.AddPlace(Below(part));
            }
        }
    }

    private static bool IsTested(HashSet<string> packages)
    {
        foreach (var package in packages)
        {
            if (Array.Exists(TestPackages, known => package.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private string Below(string place) => place.Length == _root.Length ? "" : place[(_root.Length + 1)..];
}
