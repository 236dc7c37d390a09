using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.PreCommit;

/// <summary>Imports <c>.pre-commit-config.yaml</c>.</summary>
internal sealed class PreCommitImport
{
    private readonly string _path;
    private readonly ForeignNode _root;
    private readonly ImportedConfig _config;

    private readonly string _text;
    private readonly IReadOnlyList<ShebangScript> _scripts;

    private PreCommitImport(string path, SourceFiles files, ImportedConfig config) =>
        (_path, _root, _config, _text, _scripts) = (path, files.Read(path), config, files.TextOf(path), files.Scripts());

    /// <summary>Imports the file where there is one; returns its path, or null.</summary>
    public static string? Run(SourceFiles files, ImportedConfig config)
    {
        if (files.FindFirst(".pre-commit-config.yaml", ".pre-commit-config.yml") is not { } path)
        {
            return null;
        }

        new PreCommitImport(path, files, config).ImportAll();
        config.NextSteps.Add("pre-commit's own hooks would still run first: 'pre-commit uninstall' takes them away (also with -t commit-msg, -t pre-push).");
        return path;
    }

    private void ImportAll()
    {
        foreach (var (key, _) in _root.Entries)
        {
            if (key is not ("repos" or "files" or "exclude" or "fail_fast" or "default_stages" or "default_install_hook_types"))
            {
                _config.Note(_path, key, ImportOutcome.LeftOut, key switch
                {
                    "ci" => "settings of the service pre-commit.ci",
                    "default_language_version" => "the tools are yours: no environments are made for them",
                    "minimum_pre_commit_version" or "minimum_prek_version" => "about pre-commit itself",
                    _ => "has no counterpart",
                });
            }
        }

        foreach (var repository in _root["repos"].Items)
        {
            var name = repository["repo"].Text ?? "";
            foreach (var hook in repository["hooks"].Items)
            {
                ImportHook(name, VersionOf(repository["rev"].Text), hook);
            }
        }
    }

    private void ImportHook(string repository, string? revision, ForeignNode hook)
    {
        var id = hook["alias"].Text ?? hook["id"].Text ?? "hook";
        if (repository == "meta")
        {
            _config.Note(_path, id, ImportOutcome.LeftOut, "checks pre-commit's own config; 'firsttry validate' and 'firsttry list' do that here");
            return;
        }

        var translation = new HookTranslation(_root, repository, revision, hook, _scripts, _config.Scripts);
        var check = translation.ToCheck();
        var hooks = translation.HooksOf();
        _config.Add(check, hooks);
        foreach (var name in hooks)
        {
            _config.Hook(name).Settle(_root["fail_fast"].IsTrue ? FailFast.Now : FailFast.Never);
        }

        _config.Note(_path, id, translation.Notes.Count == 0 ? ImportOutcome.Mapped : ImportOutcome.Approximated, NoteOf(check, translation.Notes));
    }

    // 'pre-commit autoupdate --freeze' writes the commit, and the version in a comment that no tree of YAML has.
    private string? VersionOf(string? revision)
    {
        const string Mark = "# frozen:";
        var at = revision is { Length: 40 } ? _text.IndexOf(revision, StringComparison.Ordinal) : -1;
        if (at < 0)
        {
            return revision;
        }

        var end = _text.IndexOf('\n', at) is var line and >= 0 ? line : _text.Length;
        var mark = _text.IndexOf(Mark, at, end - at, StringComparison.Ordinal);
        return mark < 0 ? revision : _text[(mark + Mark.Length)..end].Trim();
    }

    private static string NoteOf(ImportedCheck check, List<string> notes)
    {
        var what = check.Command.Uses is { } uses ? $"uses {uses}" : $"runs {(check.Command.Script is null ? check.Command.Arguments[0] : "a script")}";
        return notes.Count == 0 ? what : $"{what}; {string.Join("; ", notes)}";
    }
}
