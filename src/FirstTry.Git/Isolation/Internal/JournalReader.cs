using System.Collections.Generic;
using System.Globalization;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>Puts the records of a journal together again.</summary>
internal sealed class JournalReader
{
    private readonly List<HiddenFile> _files = [];
    private readonly List<RepoPath> _folders = [];
    private string _runId = "";
    private string _backupRef = "";
    private RunningOwner _owner = new(0, "", "");

    /// <summary>Takes the records of one block; false when one is not understood.</summary>
    public bool TryAdd(List<byte[]> records)
    {
        foreach (var record in records)
        {
            if (Netstrings.TrySplit(record) is not [var tag, .. var fields] || !TryAdd(Text(tag), fields))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All that was read.</summary>
    public IsolationState ToState() => new(_runId, _owner, _backupRef, _files, _folders);

    private bool TryAdd(string tag, List<byte[]> fields)
    {
        switch (tag, fields)
        {
            case ("run", [var id, var backup]):
                (_runId, _backupRef) = (Text(id), Text(backup));
                return true;
            case ("owner", [var process, var start, var boot]):
                _owner = new RunningOwner(NumberOf(process), Text(start), Text(boot));
                return true;
            case ("file", [var path, var user, var staged]):
                return TryAddFile(path, user, staged);
            case ("folder", [var path]):
                _folders.Add(new RepoPath(path));
                return true;
            case ("user", [var file, var user]) when FileOf(file) is { } saved && MarkText.TryRead(user, out var mark):
                saved.User = mark;
                return true;
            case ("fix", [var file, var fix, var merged]) when FileOf(file) is { } mended:
                return TryMend(mended, fix, merged);
            case ("expect", _):
                return TryExpect(fields);
            case ("settled", []):
                _files.ForEach(file => file.IsExpected = false);
                return true;
            default:
                return false;
        }
    }

    private bool TryAddFile(byte[] path, byte[] user, byte[] staged)
    {
        if (!MarkText.TryRead(user, out var userMark) || !MarkText.TryRead(staged, out var stagedMark))
        {
            return false;
        }

        _files.Add(new HiddenFile(_files.Count, new RepoPath(path), userMark, stagedMark));
        return true;
    }

    private static bool TryMend(HiddenFile file, byte[] fix, byte[] merged)
    {
        if (!MarkText.TryRead(fix, out var fixMark) || !MarkText.TryRead(merged, out var mergedMark))
        {
            return false;
        }

        (file.Fix, file.Merged) = (fixMark, mergedMark);
        return true;
    }

    private bool TryExpect(List<byte[]> numbers)
    {
        foreach (var number in numbers)
        {
            if (FileOf(number) is not { } file)
            {
                return false;
            }

            file.IsExpected = true;
        }

        return true;
    }

    private HiddenFile? FileOf(byte[] number) => NumberOf(number) is var i and >= 0 && i < _files.Count ? _files[i] : null;

    private static int NumberOf(byte[] text) =>
        int.TryParse(Text(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
