using System.Collections.Generic;
using System.CommandLine;
using System.Text;
using FirstTry.Cli.Composition;
using FirstTry.Engine.Reporting;
using FirstTry.Engine.Store;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary>The argument and the options that <c>run</c> and <c>plan</c> share.</summary>
internal sealed class RunArguments
{
    private readonly Argument<string?> _target = new("PROFILE or HOOK")
    {
        HelpName = "PROFILE or HOOK",
        Description = "What to run; without it the profile of pre-commit.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _allFiles = new("--all-files") { Description = "All tracked and untracked files that are not ignored." };
    private readonly Option<string[]> _files = new("--files")
    {
        Description = "Exactly these files.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _filesFrom = new("--files-from") { Description = "A list of files, separated by NUL bytes; - for standard input.", HelpName = "LIST" };
    private readonly Option<bool> _staged = new("--staged") { Description = "Files that are staged." };
    private readonly Option<string?> _from = new("--from") { Description = "Files that changed since this commit …", HelpName = "REF" };
    private readonly Option<string?> _to = new("--to") { Description = "… up to this one.", HelpName = "REF" };
    private readonly Option<bool> _lastCommit = new("--last-commit") { Description = "Files that the last commit changed." };
    private readonly Option<string[]> _checks = Names("--check", "Only this check; may be repeated.");
    private readonly Option<string[]> _skip = Names("--skip", "Not this check; may be repeated.");
    private readonly Option<string[]> _tags = Names("--tag", "Only checks with this tag; may be repeated.");
    private readonly Option<string?> _workers = new("--workers") { Description = "How many checks run at once.", HelpName = "N" };
    private readonly Option<string?> _failFast = OneOf("--fail-fast", "What happens after a failure.", "never", "bucket", "now");
    private readonly Option<string?> _cache = OneOf(
        "--cache", "How remembered results are used; rw unless given.", CacheModeNames.All);

    private readonly Option<string?> _format = OneOf("--format", "How the answer is written.", "text", "json", "jsonl");
    private readonly Option<string?> _color = OneOf("--color", "When output is coloured.", "auto", "always", "never");
    private readonly Option<bool> _noWait = new("--no-wait") { Description = "Fail, instead of waiting, while another run checks this worktree." };
    private readonly Option<bool> _noProgress = new("--no-progress") { Description = "Plain lines only." };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Also times, and the output of checks that passed." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Failures only." };

    /// <summary>Adds everything to a command; names are completed from the config of the repository.</summary>
    public void AddTo(Command command, Invocation invocation)
    {
        _target.CompletionSources.Add(_ => ConfiguredNames.OfTargets(invocation));
        _checks.CompletionSources.Add(_ => ConfiguredNames.OfChecks(invocation));
        _skip.CompletionSources.Add(_ => ConfiguredNames.OfChecks(invocation));
        command.Arguments.Add(_target);
        Option[] options =
        [
            _allFiles, _files, _filesFrom, _staged, _from, _to, _lastCommit, _checks, _skip, _tags, _workers, _failFast, _cache, _format, _color,
            _noWait, _noProgress, _verbose, _quiet,
        ];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the arguments say.</summary>
    /// <exception cref="UsageException">They contradict each other, or a value is none of those that are possible.</exception>
    public RunOptions Read(ParseResult result, Invocation invocation) => ReadFiles(result, invocation) with
    {
        Target = result.GetValue(_target),
        Waits = !result.GetValue(_noWait),
        Checks = result.GetValue(_checks) ?? [],
        Skip = result.GetValue(_skip) ?? [],
        Tags = result.GetValue(_tags) ?? [],
        Workers = WorkerCount.Read(result.GetValue(_workers), "--workers"),
        FailFast = result.GetValue(_failFast) switch
        {
            "never" => FailFast.Never,
            "bucket" => FailFast.Bucket,
            "now" => FailFast.Now,
            _ => null,
        },
        Cache = result.GetValue(_cache) is { } mode ? CacheModeNames.Find(mode) : null,
        Format = result.GetValue(_format) switch
        {
            "json" => ReportFormat.Json,
            "jsonl" => ReportFormat.JsonLines,
            _ => ReportFormat.Text,
        },
        Color = result.GetValue(_color) switch
        {
            "always" => ColorChoice.Always,
            "never" => ColorChoice.Never,
            _ => ColorChoice.Auto,
        },
        NoProgress = result.GetValue(_noProgress),
        Verbosity = (result.GetValue(_verbose), result.GetValue(_quiet)) switch
        {
            (true, true) => throw new UsageException("--verbose and --quiet contradict each other. Give one of them."),
            (true, false) => Verbosity.Verbose,
            (false, true) => Verbosity.Quiet,
            _ => Verbosity.Normal,
        },
    };

    private RunOptions ReadFiles(ParseResult result, Invocation invocation)
    {
        var (from, to) = (result.GetValue(_from), result.GetValue(_to));
        if (from is null != to is null)
        {
            throw new UsageException("--from and --to belong together. Give both.");
        }

        var list = result.GetValue(_filesFrom);
        var names = result.GetValue(_files) ?? [];
        var chosen = new List<(string Option, RunFiles Files)>();
        Choose(chosen, result.GetValue(_allFiles), "--all-files", RunFiles.All);
        Choose(chosen, names.Length > 0, "--files", RunFiles.Given);
        Choose(chosen, list is not null, "--files-from", RunFiles.Given);
        Choose(chosen, result.GetValue(_staged), "--staged", RunFiles.Staged);
        Choose(chosen, from is not null, "--from", RunFiles.Between);
        Choose(chosen, result.GetValue(_lastCommit), "--last-commit", RunFiles.LastCommit);
        return chosen switch
        {
            [] => new RunOptions(),
            [var only] => new RunOptions
            {
                Files = only.Files,
                Given = list is null ? [.. ToBytes(names)] : FileList.Read(invocation, list),
                Commits = (from ?? "", to ?? ""),
            },
            [var first, var second, ..] => throw new UsageException($"{first.Option} and {second.Option} contradict each other. Give one of them."),
        };
    }

    private static void Choose(List<(string Option, RunFiles Files)> chosen, bool isGiven, string option, RunFiles files)
    {
        if (isGiven)
        {
            chosen.Add((option, files));
        }
    }

    private static IEnumerable<byte[]> ToBytes(string[] names)
    {
        foreach (var name in names)
        {
            yield return Encoding.UTF8.GetBytes(name);
        }
    }

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, HelpName = "NAME", Arity = ArgumentArity.OneOrMore };

    private static Option<string?> OneOf(string name, string description, params string[] values) =>
        Choice.Of(new Option<string?>(name) { Description = description }, values);
}
