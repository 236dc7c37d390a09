using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Workloads;

/// <summary>
/// Programs that stand before the real ones on the path: each runs the real one and marks that it did and with what exit code. They also lead the caches that
/// the tools keep to a folder outside of the repository, so that every runner finds the same there.
/// </summary>
internal sealed class MarkingTools
{
    private const string Plugin =
        """
        def pytest_collection_finish(session):
            files = len({str(item.fspath) for item in session.items})
            with open("MARKS", "a") as marks:
                marks.write(f"+unit {files} files\n")

        """;

    private readonly string _outside;

    /// <summary>Prepares the folder of the programs.</summary>
    public MarkingTools(string outside)
    {
        _outside = outside;
        Directory.CreateDirectory(Programs);
    }

    /// <summary>The folder of the programs, which is to come first on the path.</summary>
    public string Programs => Path.Combine(_outside, "bin");

    /// <summary>The file of the marks.</summary>
    public string Marks => Path.Combine(_outside, "ran.txt");

    /// <summary>The folder in which the tools keep what they remember.</summary>
    public string Caches => Path.Combine(_outside, "tools");

    /// <summary>A tool of which each run is a run of one check.</summary>
    /// <exception cref="BenchmarkException">It is not installed.</exception>
    public void Add(string tool, string check) => Write(tool, $"'{Real(tool)}' \"$@\"\n{Mark(check)}");

    /// <summary>pytest, which also tells how many files of tests it runs.</summary>
    /// <exception cref="BenchmarkException">It is not installed.</exception>
    public void AddPytest()
    {
        var plugins = Path.Combine(_outside, "plugins");
        Directory.CreateDirectory(plugins);
        File.WriteAllText(Path.Combine(plugins, "bench_marks.py"), Plugin.Replace("MARKS", Marks, StringComparison.Ordinal));
        Write("pytest", $"export PYTHONPATH='{plugins}' PYTEST_ADDOPTS=\"-p bench_marks -o cache_dir='{Caches}/pytest'\"\n'{Real("pytest")}' \"$@\"\n{Mark("unit")}");
    }

    /// <summary>node, of which each run of tests is a check of the folder it runs in.</summary>
    /// <exception cref="BenchmarkException">It is not installed.</exception>
    public void AddNode() =>
        Write("node", $"case \"$1\" in\n--test) ;;\n*) exec '{Real("node")}' \"$@\" ;;\nesac\n'{Real("node")}' \"$@\"\n{Mark("web:$(basename \"$PWD\")")}");

    /// <summary>dotnet, of which each run of tests is a check. No server of it outlives the run.</summary>
    /// <exception cref="BenchmarkException">It is not installed.</exception>
    public void AddDotnet()
    {
        const string Quiet = "export UseSharedCompilation=false MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1";
        Write("dotnet", $"{Quiet}\ncase \"$1\" in\ntest) ;;\n*) exec '{Real("dotnet")}' \"$@\" ;;\nesac\n'{Real("dotnet")}' \"$@\"\n{Mark("net")}");
    }

    /// <summary>A program that is a check of the name it is given first, and does some work.</summary>
    public void AddWorking(string name, string work) => Write(name, $"{work}\n{Mark("$1")}");

    /// <summary>A program that marks nothing by itself.</summary>
    public void AddScript(string name, string text) => Write(name, text);

    /// <summary>What ran since the marks were taken the last time.</summary>
    public MarkedRun Take()
    {
        if (!File.Exists(Marks))
            return new MarkedRun([], []);

        var run = MarkedRun.Read(File.ReadLines(Marks).ToList());
        File.Delete(Marks);
        return run;
    }

    /// <summary>Gives the tools the caches of a folder, or none.</summary>
    public void Restore(string? folder)
    {
        if (Directory.Exists(Caches))
            Directory.Delete(Caches, recursive: true);

        if (folder is null)
            Directory.CreateDirectory(Caches);
        else
            Copy(folder, Caches);
    }

    /// <summary>Copies a folder with the times of its files.</summary>
    public static void Copy(string from, string to)
    {
        var result = CommandLine.Run("/", "cp", ["-a", from, to]);
        if (result.ExitCode != 0)
            throw new BenchmarkException($"{from} could not be copied to {to}: {result}");
    }

    // The lines that mark the exit code of the command before them, and end with it.
    private string Mark(string check) => $"code=$?\necho {check} $code >> '{Marks}'\nexit $code";

    private static string Real(string tool)
    {
        var program = CommandLine.Run("/", "sh", ["-c", $"command -v {tool}"]).Output.Trim();
        return program.Length > 0 ? program : throw new BenchmarkException($"{tool} is not installed: apt-get install flake8 black mypy python3-pytest");
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(Programs, name);
        var caches = $"export PYTHONPYCACHEPREFIX='{Caches}/pyc' MYPY_CACHE_DIR='{Caches}/mypy' BLACK_CACHE_DIR='{Caches}/black'";
        File.WriteAllText(path, $"#!/bin/sh\n{caches}\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }
}
