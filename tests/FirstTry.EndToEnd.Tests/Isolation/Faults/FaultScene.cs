using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation.Faults;

/// <summary>Runs the hook again and again from the same starting state, each time with another fault, and compares what is left.</summary>
internal sealed class FaultScene : IDisposable
{
    private readonly TemporaryRepository _repository;
    private readonly string _steps;
    private readonly string _untouched;
    private readonly (string Tree, string Times, string Index) _before;
    private readonly (string Tree, string Times, string Index) _after;

    public FaultScene(FaultState state, bool isInMemory = false)
    {
        _repository = TemporaryRepository.Create(test: "faults-" + state.Name, isInMemory: isInMemory);
        _steps = Path.Combine(_repository.Outside, "steps");
        _untouched = Path.Combine(_repository.Outside, "untouched");
        TreePicture.Shell(_repository, state.Script);

        // How old a file is may decide how many steps there are, and every run must have the same.
        TreePicture.Shell(_repository, "find . -path ./.git -prune -o -newermt '-1 minute' ! -type d -exec touch -h -d '-1 hour' {} +");
        _repository.Write(
            "firsttry.yml",
            $"version: 1\nworkers: 1\nchecks:\n    {state.Checks}\nhooks:\n  pre-commit: {{ checks: [{NamesOf(state.Checks)}], isolate: {state.Isolate} }}\n");
        _repository.Git("add", "firsttry.yml");
        _repository.Git("status");
        _repository.Environment["GIT_INDEX_FILE"] = ".git/index";
        _repository.Environment["FIRSTTRY_CACHE"] = "off";
        TreePicture.Shell(_repository, "cp -a . ../untouched");
        _before = Picture();
        Steps = CountSteps();
        _after = Picture();
        Reset(_after);
    }

    /// <summary>The names of the steps of a run without a fault, in order.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>How many runs were cut short.</summary>
    public int Visited { get; private set; }

    public void Dispose() => _repository.Dispose();

    /// <summary>Kills the run around a step, runs an ordinary command, and says what is not as it must be; null when all is well.</summary>
    public string? Kill(string fault)
    {
        var run = Run(fault);
        Visited++;
        return run.ExitCode == 137 ? Recovered(fault, run, IsWhole) : $"{fault}: the run was not killed: {run}";
    }

    /// <summary>Lets a step fail, runs an ordinary command, and says what is not as it must be; null when all is well.</summary>
    public string? Fail(string fault)
    {
        var run = Run(fault);
        Visited++;
        return run.ExitCode switch
        {
            0 => Recovered(fault, run, IsWhole),
            1 or 2 => Recovered(fault, run, IsWholeByFile),
            _ => $"{fault}: {run}",
        };
    }

    private string? Recovered(string fault, CommandResult run, Func<(string Tree, string Times, string Index), bool> isWhole)
    {
        var command = _repository.Firsttry("list");
        var now = Picture();
        var isWell = command.ExitCode == 0 && isWhole(now) && !Directory.Exists(_repository.PathOf(".git/firsttry/isolation"));
        var complaint = isWell ? null : $"{fault}\n{run}\n{command}\n--- before\n{_before}\n--- now\n{now}\n{TreePicture.Shell(_repository, "find .git/firsttry")}";
        Reset(now);
        return complaint;
    }

    // Either nothing has happened, or all of it: the fix is in the index and in the owner's file.
    private bool IsWhole((string Tree, string Times, string Index) now) =>
        now == _before || (now.Tree == _after.Tree && now.Index == _after.Index);

    // A run that goes on after an error, and fails, may leave the fix in one file and not in another, as without unstaged changes.
    private bool IsWholeByFile((string Tree, string Times, string Index) now) =>
        (now.Index == _before.Index || now.Index == _after.Index)
        && now.Tree.Split('\n').Length == _before.Tree.Split('\n').Length
        && now.Tree.Split('\n').All(line => _before.Tree.Split('\n').Contains(line) || _after.Tree.Split('\n').Contains(line));

    private CommandResult Run(string fault)
    {
        _repository.Environment["FIRSTTRY_FAULT"] = fault;
        var result = _repository.Firsttry("hook", "pre-commit");
        _repository.Environment["FIRSTTRY_FAULT"] = null;
        return result;
    }

    private string[] CountSteps()
    {
        _repository.Environment["FIRSTTRY_FAULT_STEPS"] = _steps;
        var run = _repository.Firsttry("hook", "pre-commit");
        _repository.Environment["FIRSTTRY_FAULT_STEPS"] = null;
        return run.ExitCode is 0 or 1 && File.Exists(_steps) ? File.ReadAllLines(_steps) : throw new InvalidOperationException(run.ToString());
    }

    private void Reset((string Tree, string Times, string Index) now)
    {
        // The files are as they were, or the comparison has failed; what git keeps must be as well, so that the same steps are done again.
        var script = now.Tree == _before.Tree && now.Times == _before.Times
            ? "rm -rf .git 2>/dev/null || { sleep 0.3; rm -rf .git; }; cp -a ../untouched/.git .git"
            : "find . -mindepth 1 -maxdepth 1 -exec rm -rf {} +; cp -a ../untouched/. .";
        TreePicture.Shell(_repository, script);
    }

    private (string Tree, string Times, string Index) Picture()
    {
        var index = File.ReadAllBytes(_repository.PathOf(".git/index")).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_untouched, ".git/index")))
            ? "untouched"
            : _repository.Git("ls-files", "--stage");
        var (tree, times) = PictureOf(_repository.Root);
        return (tree, times, index);
    }

    private static (string Tree, string Times) PictureOf(string root)
    {
        var (text, times) = (new StringBuilder(), new StringBuilder());
        foreach (var entry in new DirectoryInfo(root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Where(entry => !entry.FullName.StartsWith(root + "/.git/", StringComparison.Ordinal) && entry.Name != ".git")
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            text.Append(entry.FullName.AsSpan(root.Length));
            if (entry.LinkTarget is { } target)
            {
                text.Append(CultureInfo.InvariantCulture, $" -> {target}\n");
                times.Append(CultureInfo.InvariantCulture, $"{entry.LastWriteTimeUtc.Ticks}\n");
            }
            else if (entry is FileInfo file)
            {
                text.Append(CultureInfo.InvariantCulture, $" {file.UnixFileMode} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)))}\n");
                times.Append(CultureInfo.InvariantCulture, $"{entry.LastWriteTimeUtc.Ticks}\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"/ {entry.UnixFileMode}\n");
            }
        }

        return (text.ToString(), times.ToString());
    }

    private static string NamesOf(string checks) =>
        string.Join(", ", checks.Split('\n').Select(line => line.Trim().Split(':')[0]));
}
