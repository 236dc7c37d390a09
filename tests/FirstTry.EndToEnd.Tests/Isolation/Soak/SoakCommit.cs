using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace FirstTry.EndToEnd.Tests.Isolation.Soak;

/// <summary>One random commit, and what the model says must come of it.</summary>
internal sealed class SoakCommit(SoakWorld world)
{
    private readonly Dictionary<ModelFile, List<string>?> _index = [];
    private readonly List<string> _command = ["commit", "--quiet", "--allow-empty", "--message", "soak"];
    private bool _isFromOwnIndex;
    private (ModelFile File, List<string> Lines)? _edit;

    /// <summary>Makes the commit and brings the model along; returns what is wrong, or an empty text.</summary>
    internal string Make()
    {
        ChooseCommand();
        if (world.Chance(0.25) && world.Any(file => OnDisk(file) is not null) is { } edited)
        {
            _edit = (edited, world.Edited(world.Chance(0.5) && edited.Tree is { } tree ? tree : OnDisk(edited)!));
            world.Count("edits by a second process");
        }

        var before = world.Picture();
        var (exitCode, said) = Run();
        var expected = Predict();
        var difference = world.FindDifference();
        return exitCode == expected && difference.Length == 0
            ? ""
            : $"{string.Join(' ', _command)}: exit code {exitCode}, expected {expected}\n{said}\n{difference}\nbefore:\n{before}\nedit: {_edit?.File.Name} {string.Join('\n', _edit?.Lines ?? [])}";
    }

    // The index in use: as it is, or one of git's own for 'commit -a' and 'commit PATH'.
    private void ChooseCommand()
    {
        var named = world.Any(file => file.IsTracked && file.Tree is not null && !ModelFile.AreEqual(file.Tree, file.Head));
        var kind = world.Chance(0.7) || named is null ? "as staged" : world.Chance(0.5) ? "of everything" : "of named files";
        world.Count("commits " + kind);
        _isFromOwnIndex = kind != "as staged";
        foreach (var file in world.Files.Where(file => file.IsTracked))
        {
            _index[file] = kind switch
            {
                "as staged" => file.Staged,
                "of everything" => file.Tree,
                _ => file == named ? file.Tree : file.Head,
            };
        }

        _command.AddRange(kind switch
        {
            "of everything" => ["--all"],
            "of named files" => ["--", named!.Name],
            _ => [],
        });
    }

    // What lies there while it is checked: what the index in use has, and what it does not know is left alone.
    private List<string>? OnDisk(ModelFile file) => _index.GetValueOrDefault(file) ?? (IsHidden(file) ? null : file.Tree);

    private bool IsHidden(ModelFile file) => _index.GetValueOrDefault(file) is { } lines && !ModelFile.AreEqual(lines, file.Tree);

    private (int ExitCode, string Said) Run()
    {
        if (_edit is not { } edit)
        {
            var result = world.Repository.TryGit([.. _command]);
            return (result.ExitCode, result.ToString());
        }

        File.WriteAllText(Path.Combine(world.Repository.Outside, "ask"), "");
        using var run = BackgroundRun.StartUntilChecked(world.Repository, "git", _command);
        world.Write(edit.File.Name, edit.Lines);
        BackgroundRun.LetGo(world.Repository);
        return (run.WaitForExit(), run.Said);
    }

    private int Predict()
    {
        var isRefused = false;
        var (index, tree) = (new Dictionary<ModelFile, List<string>?>(_index), new Dictionary<ModelFile, List<string>?>());
        foreach (var (file, content) in _index)
        {
            var isMended = content is not null && !ModelFile.AreEqual(content, file.Head);
            if (_edit?.File == file)
            {
                // The fixer sees what the second process wrote: that stays, and nothing of it is committed.
                var mended = isMended ? ModelFile.Mend(_edit.Value.Lines) : _edit.Value.Lines;
                isRefused |= !ModelFile.AreEqual(mended, _edit.Value.Lines);
                tree[file] = mended;
            }
            else if (isMended && !ModelFile.AreEqual(ModelFile.Mend(content!), content))
            {
                isRefused |= !TryMend(file, content!, index, tree);
            }
        }

        if (_edit is { } edit && !_index.ContainsKey(edit.File))
        {
            tree[edit.File] = edit.Lines;
        }

        Take(isRefused, index, tree);
        return isRefused ? 1 : 0;
    }

    private bool TryMend(ModelFile file, List<string> content, Dictionary<ModelFile, List<string>?> index, Dictionary<ModelFile, List<string>?> tree)
    {
        var isHidden = IsHidden(file);
        var merged = !isHidden ? ModelFile.Mend(content) : file.Tree is null ? null : ModelFile.Merge(content, file.Tree);
        if (isHidden && file.Tree is not null && merged is null)
        {
            world.Count("fixes dropped");
            return false;
        }

        world.Count(!isHidden ? "fixes staged" : "fixes merged");
        index[file] = ModelFile.Mend(content);
        tree[file] = merged;
        return true;
    }

    private void Take(bool isRefused, Dictionary<ModelFile, List<string>?> index, Dictionary<ModelFile, List<string>?> tree)
    {
        world.Count(isRefused ? "commits stopped" : "commits made");
        foreach (var (file, content) in index)
        {
            if (!isRefused)
            {
                file.Head = content;
            }

            // git gives up an index of its own with the commit; one that went through becomes the real one, as far as it was named.
            var isTaken = _isFromOwnIndex ? !isRefused && (_command[^1] == "--all" || _command[^1] == file.Name) : true;
            file.Staged = isTaken ? content : file.Staged;
        }

        foreach (var (file, content) in tree)
        {
            file.Tree = content;
        }
    }
}
