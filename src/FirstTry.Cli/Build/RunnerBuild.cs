using System;
using System.IO;
using System.Threading;
using FirstTry.Engine.Running;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Cli.Build;

/// <summary>Compiles a runner and puts it where the hooks find it. What was there stays until the new one has answered.</summary>
internal sealed class RunnerBuild(Invocation invocation, RunnerPlace place, string kit)
{
    private const int KeptRunners = 4;
    private static readonly string[] Settings =
    [
        "publish", RunnerProgram.FileName + ".csproj", "--configuration", "Release", "--nologo", "--verbosity", "quiet",
        "-noAutoResponse", "-nodeReuse:false", "-p:UseSharedCompilation=false",
    ];

    private readonly EnvironmentBlock _environment = GitVariables.RemoveFrom(invocation.Environment, [])
        .With("DOTNET_NOLOGO", "1").With("DOTNET_CLI_TELEMETRY_OPTOUT", "1").With("DOTNET_SKIP_FIRST_TIME_EXPERIENCE", "1").With("MSBUILDDISABLENODEREUSE", "1");

    /// <summary>Compiles; null when it is done, otherwise what the compiler printed.</summary>
    /// <exception cref="UsageException">What was compiled does not run here.</exception>
    public byte[]? Run(RunnerSource source, CancellationToken cancellation)
    {
        using var folder = BuildFolder.Open(place);
        RunnerProject.Write(folder.Path, kit, source);
        var output = Path.Combine(folder.Path, "out");
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        var outcome = ProcessRunner.Run(
            new ProcessSpec
            {
                Program = "dotnet",
                Arguments = ProcessArguments.Of(Settings),
                WorkingDirectory = folder.Path,
                Environment = _environment,
                MergeOutput = true,
            },
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!outcome.Succeeded)
        {
            return outcome.Output.Length > 0
                ? RunnerProject.WithOwnPaths(folder.Path, outcome.Output)
                : System.Text.Encoding.UTF8.GetBytes($"dotnet publish: {outcome.Failure ?? $"exit code {outcome.ExitCode}"}\n");
        }

        folder.Finish();
        RequireAnswer(Path.Combine(output, RunnerPlace.FileName), source.Origin.Name, cancellation);
        Install(output, source.Origin.Name);
        return null;
    }

    // What does not start here, for whatever reason, must not stand in the way of a commit.
    private void RequireAnswer(string runner, string name, CancellationToken cancellation)
    {
        var answer = ProcessRunner.Run(
            new ProcessSpec
            {
                Program = runner,
                Arguments = ProcessArguments.Of(RunnerProgram.About),
                Environment = _environment,
                MergeOutput = true,
                Timeout = TimeSpan.FromMinutes(1),
            },
            cancellation);
        var text = System.Text.Encoding.UTF8.GetString(answer.Output);
        if (!answer.Succeeded || text != $"{RunnerProgram.FileName} {ProductVersion.Text} {name}\n")
        {
            throw new UsageException($"the runner was compiled but does not answer: {answer.Failure ?? text.Trim()} (exit code {answer.ExitCode}). The hooks run firsttry itself, as before.");
        }
    }

    private void Install(string output, string name)
    {
        var folder = Path.Combine(place.Folder, name);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(output))
        {
            // A runner may be running: its file is replaced, never written into.
            var target = Path.Combine(folder, Path.GetFileName(file));
            File.Move(file, target + ".new", overwrite: true);
            File.Move(target + ".new", target, overwrite: true);
        }

        Directory.SetLastWriteTimeUtc(folder, TimeProvider.System.GetUtcNow().UtcDateTime);
        File.WriteAllText(place.Current + ".new", name + "\n");
        File.Move(place.Current + ".new", place.Current, overwrite: true);
        RemoveOldest(name);
    }

    // Branches and worktrees have configs of their own, and each its runner; those that nobody built for long go.
    private void RemoveOldest(string name)
    {
        var folders = Directory.GetDirectories(place.Folder);
        Array.Sort(folders, static (one, other) => Directory.GetLastWriteTimeUtc(other).CompareTo(Directory.GetLastWriteTimeUtc(one)));
        var kept = 0;
        foreach (var folder in folders)
        {
            if (folder != place.Project && Path.GetFileName(folder) != name && ++kept >= KeptRunners)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
