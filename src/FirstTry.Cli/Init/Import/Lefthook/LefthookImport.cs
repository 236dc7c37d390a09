using System;
using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Reading;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Lefthook;

/// <summary>Imports <c>lefthook.yml</c>.</summary>
internal sealed class LefthookImport
{
    private static readonly string[] Paths = ["lefthook", ".lefthook", ".config/lefthook"];

    // Without 'parallel' one job came after the other: an order in which nothing waited for a result.
    private static readonly string[] HookKeys = ["commands", "scripts", "jobs", "skip", "only", "piped", "parallel", "follow", "exclude_tags"];

    private readonly string _path;
    private readonly ForeignNode _root;
    private readonly ImportedConfig _config;

    private LefthookImport(string path, ForeignNode root, ImportedConfig config) => (_path, _root, _config) = (path, root, config);

    /// <summary>Imports the file where there is one; returns its path, or null.</summary>
    /// <exception cref="UsageException">The file is written in a language that is not read here.</exception>
    public static string? Run(SourceFiles files, ImportedConfig config)
    {
        foreach (var stem in Paths)
        {
            if (files.FindFirst(stem + ".yml", stem + ".yaml", stem + ".json", stem + ".jsonc") is { } path)
            {
                new LefthookImport(path, files.Read(path), config).ImportAll();
                config.NextSteps.Add("lefthook's own hooks would still run first: 'lefthook uninstall' takes them away.");
                return path;
            }

            if (files.FindFirst(stem + ".toml") is { } toml)
            {
                throw new UsageException($"{toml} cannot be imported: only YAML and JSON are read. 'lefthook dump > lefthook.yml' writes it as YAML; then run 'firsttry init --import' again.");
            }
        }

        return null;
    }

    private void ImportAll()
    {
        foreach (var (key, value) in _root.Entries)
        {
            if (value.IsMap && HookNames.IsKnown(key))
            {
                ImportHook(key, value);
            }
            else if (value.IsMap && (value.Has("commands") || value.Has("jobs") || value.Has("scripts")))
            {
                _config.Note(_path, key, ImportOutcome.Approximated, $"no hook of git: the profile '{key}', for 'firsttry run {key}'");
                ImportHook(key, value);
            }
            else if (!key.StartsWith('$') && key is not ("templates" or "glob_matcher" or "source_dir"))
            {
                _config.Note(_path, key, ImportOutcome.LeftOut, key switch
                {
                    "extends" or "remotes" or "remote" => "other files are not read: import what stands in them as well",
                    "rc" => "no file is sourced before a check: set variables with env",
                    _ => "a setting of lefthook itself",
                });
            }
        }
    }

    private void ImportHook(string name, ForeignNode hook)
    {
        if (hook["skip"].IsTrue)
        {
            _config.Note(_path, name, ImportOutcome.LeftOut, "skipped always (skip: true)");
            return;
        }

        foreach (var (key, _) in hook.Entries)
        {
            if (Array.IndexOf(HookKeys, key) < 0)
            {
                _config.Note(_path, $"{name}: {key}", ImportOutcome.LeftOut, "a setting of the whole hook without counterpart");
            }
        }

        var jobs = new LefthookJobs(_path, _root, name, hook, _config);
        foreach (var (key, command) in ByPriority(hook["commands"].Entries))
        {
            jobs.Add(key, command, LefthookScope.Of(hook));
        }

        foreach (var (key, script) in ByPriority(hook["scripts"].Entries))
        {
            jobs.AddScript(key, script, LefthookScope.Of(hook));
        }

        jobs.AddAll(hook["jobs"], LefthookScope.Of(hook));
        _config.Hook(name).Settle(hook["piped"].IsTrue ? FailFast.Now : FailFast.Never);
    }

    // 0, which is also what nothing stands for, comes last.
    private static List<(string Key, ForeignNode Value)> ByPriority(IReadOnlyList<(string Key, ForeignNode Value)> entries) =>
        [.. System.Linq.Enumerable.OrderBy(entries, entry => int.TryParse(entry.Value["priority"].Text, out var priority) && priority > 0 ? priority : int.MaxValue)];
}
