using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.PreCommit;

/// <summary>Turns one hook of pre-commit into a check.</summary>
internal sealed partial class HookTranslation(ForeignNode root, string repository, string? revision, ForeignNode hook, IReadOnlyList<ShebangScript> scripts, PackageScripts called)
{
    private static readonly string[] Keys =
    [
        "id", "alias", "name", "entry", "language", "files", "exclude", "types", "types_or", "exclude_types", "args", "stages", "additional_dependencies", "language_version", "pass_filenames", "require_serial",
        "description", "minimum_pre_commit_version", "log_file", "always_run", "fail_fast", "verbose",
    ];

    private readonly string _id = hook["id"].Text ?? "hook";
    private readonly List<string> _comments = [];
    private KnownHook? _known;

    /// <summary>What is not quite the same; empty when all of it is.</summary>
    public List<string> Notes { get; } = [];

    private bool IsLocal => repository is "local";

    private bool IsBuiltin { get; set; }

    private IReadOnlyList<string> Arguments => hook["args"].Texts();

    /// <summary>The check.</summary>
    public ImportedCheck ToCheck()
    {
        _comments.Add(IsLocal ? $"{_id}: {hook["name"].Text ?? "a hook of this repository"}" : $"{_id}, from {repository}{(revision is null ? "" : " at " + revision)}");
        _known = IsLocal ? null : KnownHooks.Find(repository, _id);
        var command = CommandOf();
        var files = FilesOf(command);
        var exclude = ExcludeOf();
        foreach (var key in (string[])["additional_dependencies", "language_version", "minimum_pre_commit_version", "log_file"])
        {
            if (hook[key].Texts() is { Count: > 0 } texts)
            {
                _comments.Add($"{key}: {string.Join(", ", texts)}");
            }
        }

        NoteSettings(command);
        _ = !IsForMessage && command.TakesFiles && HooksOf().Contains("commit-msg") && Remember("in commit-msg it looked at the message, here it looks at the files");
        foreach (var note in Notes)
        {
            _comments.Add("Not quite the same: " + note + ".");
        }

        return new ImportedCheck(hook["alias"].Text ?? _id, command)
        {
            Comments = _comments,
            Description = hook["name"].Text,
            Files = files,
            Exclude = exclude,
            Hint = hook["description"].Text is { } description && IsLocal ? description.Trim() : null,
        };
    }

    private void NoteSettings(ImportedCommand command)
    {
        foreach (var (key, value) in hook.Entries)
        {
            _ = key switch
            {
                "fail_fast" when value.IsTrue => Remember("fail_fast: the checks after it run although it failed"),
                "always_run" when value.IsTrue && command.TakesFiles && command.Uses is null => Remember("always_run: it does not run when none of its files changed"),
                "verbose" when value.IsTrue => Comment("verbose: the output of a check that passed is not shown here"),
                "priority" => Comment("priority: which hooks run at once is told by their buckets here"),
                _ => Array.IndexOf(Keys, key) < 0 && Remember($"{key} has no counterpart"),
            };
        }
    }

    private bool Comment(string text)
    {
        _comments.Add(text);
        return true;
    }

    private bool IsForMessage => HooksOf() is ["commit-msg" or "prepare-commit-msg"];

    private ImportedCommand CommandOf()
    {
        if (!IsLocal && hook["entry"].Text is { } replaced)
        {
            // Somebody runs another program in the place of the repository's own.
            _comments.Add(_known is null ? $"Install what {repository} brings{(revision is null ? "" : $" at {revision}")}, where the command needs it." : $"Install: {_known.Install}, where the command needs it");
            return Program(WordsOf(replaced), Arguments, _known is { IsWriting: true } && !KnownCommands.IsToldToLook(Arguments) ? Bucket.Mutating : null);
        }

        var own = KnownHooks.IsPreCommitHooks(repository) ? OwnChecks.Find(_id, Arguments, Notes) : IsLocal ? null : OwnChecks.FindForeign(_id, Arguments);
        if (own is not null)
        {
            IsBuiltin = true;
            _ = IsForMessage && own.Uses is not "conventional-commit" && Remember("it looks at the files, not at the message");
            _ = own.Uses == "forbid-pattern" && _id != "forbid-tabs" && Remember("the expression is not the very same");
            return own;
        }

        if (IsLocal)
        {
            return LocalCommand();
        }

        if (_known is null)
        {
            Notes.Add($"the repository of the hook is not known here; '{_id}' is a guess at its program, .pre-commit-hooks.yaml in {repository} names it");
            _comments.Add($"Install what {repository} brings{(revision is null ? "" : $" at {revision}")}, and see that it is found.");
            return Program([_id], Arguments, null);
        }

        var words = ShellWords.Split(_known.Entry) ?? [];
        _ = !KnownHooks.IsPreCommitHooks(repository) && !_known.SpeaksOf(repository, _id) && Remember($"'{_id}' is taken for {words[0]} by its name alone; .pre-commit-hooks.yaml in {repository} says what it runs");
        var arguments = hook.Has("args") ? Arguments : _known.Arguments.Length == 0 ? [] : _known.Arguments.Split(' ');
        _comments.Add($"Install: {_known.Install}{(revision is null || !_known.Install.StartsWith("pip install", StringComparison.Ordinal) ? "" : $" (the version of {revision})")}");
        return Program(words, arguments, _known.IsWriting && !KnownCommands.IsToldToLook(arguments) ? Bucket.Mutating : null);
    }

    private ImportedCommand Program(IReadOnlyList<string> entry, IReadOnlyList<string> arguments, Bucket? bucket)
    {
        List<string> words = [.. entry, .. arguments];
        if (!PassesFiles)
        {
            return KnownCommands.FindWhole(words, called) ?? new ImportedCommand { Arguments = words, Bucket = bucket ?? KnownCommands.BucketOf(words) };
        }

        if (IsForMessage)
        {
            return new ImportedCommand { Arguments = [.. words, "{message_file}"] };
        }

        if (KnownCommands.Find(words.FindAll(word => word != "--force-exclude" && (word != "--ignore-unknown"))) is { } known)
        {
            IsBuiltin = true;
            return bucket is Bucket.Mutating && known.Bucket is null && AdapterCatalog.Find(known.Uses!)!.Bucket != Bucket.Mutating ? known with { Bucket = bucket } : known;
        }

        return new ImportedCommand { Arguments = [.. words, "{files}"], Bucket = bucket ?? KnownCommands.BucketOf(words) };
    }

    private bool PassesFiles => hook.Has("pass_filenames") ? !hook["pass_filenames"].IsFalse : _known is not { TakesNoFiles: true };
}
