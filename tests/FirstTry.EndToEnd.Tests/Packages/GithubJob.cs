using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FirstTry.Testing;
using YamlDotNet.RepresentationModel;

namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>A machine of GitHub as far as the steps of <c>action.yml</c> that are scripts see of one.</summary>
internal sealed class GithubJob : IDisposable
{
    private readonly TemporaryDirectory _directory = TemporaryDirectory.Create("github");
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _environment;
    private string _path = Environment.GetEnvironmentVariable("PATH")!;

    internal GithubJob(TemporaryRepository repository)
    {
        Repository = repository;
        _environment = new Dictionary<string, string?>(repository.Environment)
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_PATH"] = NewFile("path"),
            ["GITHUB_OUTPUT"] = NewFile("output"),
            ["RUNNER_TEMP"] = Directory.CreateDirectory(_directory.PathOf("temp folder")).FullName,
            ["RUNNER_OS"] = OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsWindows() ? "Windows" : "Linux",
            ["RUNNER_ARCH"] = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture.ToString().ToUpperInvariant(),
            ["HOME"] = Directory.CreateDirectory(_directory.PathOf("home")).FullName,
            ["FIRSTTRY_CACHE_DIR"] = null,
        };
        foreach (var (name, input) in (YamlMappingNode)Action["inputs"])
        {
            _known[$"inputs.{name}"] = (string?)input["default"] ?? throw new InvalidOperationException($"{name} has no default");
        }

        _known["github.action_path"] = PublishedBinary.RepositoryRoot.TrimEnd('/');
        _known["github.action_repository"] = "nobody/nothing";
    }

    /// <summary>The action as it is.</summary>
    internal static YamlNode Action { get; } = Load("action.yml");

    /// <summary>What is checked out.</summary>
    internal TemporaryRepository Repository { get; }

    /// <summary>What a step has put out, or an input.</summary>
    internal string this[string name]
    {
        get => _known[name];
        set => _known[name] = value;
    }

    /// <summary>A variable of the machine.</summary>
    internal void Set(string variable, string value) => _environment[variable] = value;

    /// <summary>What a step would be started with.</summary>
    internal IReadOnlyDictionary<string, string?> Variables() => _environment;

    /// <summary>A file of the project, as YAML.</summary>
    internal static YamlNode Load(string path)
    {
        using var reader = File.OpenText(Path.Combine(PublishedBinary.RepositoryRoot, path));
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    /// <summary>Runs the steps that are scripts, one after another, until one fails; what the last of them said.</summary>
    internal CommandResult Run()
    {
        CommandResult? last = null;
        foreach (var step in ((YamlSequenceNode)Action["runs"]["steps"]).Cast<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")))
        {
            last = Run(step);
            if (last.ExitCode != 0)
            {
                break;
            }
        }

        return last ?? throw new InvalidOperationException("there is no step");
    }

    /// <inheritdoc />
    public void Dispose() => _directory.Dispose();

    private CommandResult Run(YamlMappingNode step)
    {
        Assert.Equal("bash", (string?)step["shell"]);
        var script = NewFile("script");
        File.WriteAllText(script, Evaluate((string)step["run"]!));
        var environment = new Dictionary<string, string?>(_environment) { ["PATH"] = _path };
        if (step.Children.TryGetValue("env", out var variables))
        {
            foreach (var (name, value) in (YamlMappingNode)variables)
            {
                environment[(string)name!] = Evaluate((string)value!);
            }
        }

        var folder = step.Children.TryGetValue("working-directory", out var within) ? Repository.PathOf(Evaluate((string)within!)) : Repository.Root;
        var result = CommandLine.Run(folder, "bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", script], environment);
        foreach (var line in File.ReadAllLines(environment["GITHUB_OUTPUT"]!))
        {
            _known[$"steps.{step["id"]}.outputs.{line[..line.IndexOf('=', StringComparison.Ordinal)]}"] = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        }

        _path = string.Join(Path.PathSeparator, [.. File.ReadAllLines(environment["GITHUB_PATH"]!), Environment.GetEnvironmentVariable("PATH")!]);
        File.WriteAllText(environment["GITHUB_OUTPUT"]!, "");
        return result;
    }

    // Expressions are names of values; a script has none, for what is put into it would be read as part of it.
    private string Evaluate(string text)
    {
        while (text.IndexOf("${{", StringComparison.Ordinal) is var start && start >= 0)
        {
            var end = text.IndexOf("}}", start, StringComparison.Ordinal);
            text = text[..start] + _known[text[(start + 3)..end].Trim()] + text[(end + 2)..];
        }

        return text;
    }

    private string NewFile(string name)
    {
        var file = _directory.PathOf($"{name}-{Guid.NewGuid():n}");
        File.WriteAllText(file, "");
        return file;
    }
}
