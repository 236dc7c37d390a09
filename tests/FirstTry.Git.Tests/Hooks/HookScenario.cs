using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using FirstTry.Git.Hooks;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Hooks;

/// <summary>A repository with a <c>firsttry</c> beside it that records how it was called.</summary>
public sealed class HookScenario : IDisposable
{
    private HookScenario(TemporaryRepository repository) => Repository = repository;

    public TemporaryRepository Repository { get; }

    /// <summary>The place of the recording program.</summary>
    public string Binary => Path.Combine(Repository.Outside, "tools with 'space", "firsttry");

    public string HooksDirectory => Repository.PathOf(".git/hooks");

    private string Records => Path.Combine(Repository.Outside, "records");

    public static HookScenario Create(bool withConfig = true, [CallerMemberName] string test = "")
    {
        var scenario = new HookScenario(TemporaryRepository.Create(test: test));
        Directory.CreateDirectory(scenario.Records);
        Directory.CreateDirectory(Path.GetDirectoryName(scenario.Binary)!);
        scenario.Repository.Environment["RECORDS"] = scenario.Records;
        scenario.Repository.Environment["HOME"] = scenario.Repository.Outside;
        WriteScript(
            scenario.Binary,
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"$RECORDS/arguments\"\ncat >>\"$RECORDS/input\"\nenv >\"$RECORDS/environment\"\n[ ! -e \"$RECORDS/fail\" ]\n");
        if (withConfig)
        {
            scenario.Repository.Write("firsttry.yml", "checks: {}\n");
        }

        return scenario;
    }

    public static void WriteScript(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
    }

    public string Hook(string name = "pre-commit") => Path.Combine(HooksDirectory, name);

    /// <summary>Puts a hook there that records its name, its arguments and its input.</summary>
    public void WriteEarlier(string label, string name = "pre-commit", int exitCode = 0) => WriteScript(
        Hook(name),
        $"#!/bin/sh\necho {label} >>\"$RECORDS/earlier\"\nprintf '%s\\n' \"$@\" >\"$RECORDS/earlier-arguments\"\ncat >\"$RECORDS/earlier-input\"\nexit {exitCode}\n");

    public HookInstaller Installer(string? directory = null)
    {
        var environment = EnvironmentBlock.FromCurrentProcess();
        foreach (var (name, value) in Repository.Environment)
        {
            environment = environment.With(name, value);
        }

        return new HookInstaller(directory ?? Repository.Root, environment);
    }

    public HookReport Install(string name = "pre-commit", bool force = false) =>
        Assert.Single(Installer().Install([name], force, Binary).Hooks);

    public HookReport Uninstall() => Assert.Single(Installer().Uninstall().Hooks);

    /// <summary>Makes a commit with hooks.</summary>
    public CommandResult Commit(string? directory = null) => CommandLine.Run(
        directory ?? Repository.Root, "git", ["commit", "--quiet", "--allow-empty", "--message", "change"], Repository.Environment);

    /// <summary>What the recording programs left under a name; null when they were not called.</summary>
    public string? Recorded(string name) => Path.Combine(Records, name) is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    public byte[] RecordedBytes(string name) => File.ReadAllBytes(Path.Combine(Records, name));

    public void LetChecksFail() => File.WriteAllText(Path.Combine(Records, "fail"), "");

    /// <summary>Every name in a directory with its kind, mode, time and bytes or target.</summary>
    public static IReadOnlyList<string> Photograph(string directory)
    {
        var lines = new List<string>();
        foreach (var path in Directory.GetFileSystemEntries(directory))
        {
            lines.Add($"{Path.GetFileName(path)}: {Describe(path)}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    public static string Describe(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is { } target)
        {
            return $"link to {target}";
        }

        return file.Exists
            ? $"file {file.UnixFileMode} {file.LastWriteTimeUtc:O} {Convert.ToHexString(File.ReadAllBytes(path))}"
            : "directory " + string.Join('\n', Photograph(path));
    }

    public void Dispose() => Repository.Dispose();
}
