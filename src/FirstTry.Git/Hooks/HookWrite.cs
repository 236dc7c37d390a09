using System.Collections.Generic;
using System.IO;

namespace FirstTry.Git.Hooks;

/// <summary>The writing of one hook, prepared beside its place.</summary>
internal sealed class HookWrite
{
    private readonly HookPlace _place;
    private readonly string? _staged;
    private readonly string? _aside;
    private readonly string? _earlier;

    private HookWrite(HookPlace place, string? staged, string? aside, string? earlier)
    {
        _place = place;
        _staged = staged;
        _aside = aside;
        _earlier = earlier;
    }

    /// <summary>Decides what is kept and what is run first, and writes the script beside its place unless its very bytes are there.</summary>
    public static HookWrite Prepare(HookPlace place, RememberedBinary? binary, bool isInGitDirectory, HookTransaction transaction)
    {
        var directory = Path.GetDirectoryName(place.Path)!;
        var aside = place.State switch
        {
            HookState.Foreign => KeptName.FreeForEarlier(place.Path),
            HookState.Edited => KeptName.FreeForEdited(place.Path),
            _ => null,
        };
        var earlierName = place.State == HookState.Foreign ? Path.GetFileName(aside) : place.Earlier;
        var script = HookScript.Render(place.Name, earlierName, binary, isInGitDirectory);
        var isThere = place.State == HookState.Ours && HookPlace.IsExactly(place.Path, script);
        var staged = isThere ? null : transaction.Stage(place.Path, script);
        return new HookWrite(place, staged, aside, earlierName is null ? null : Path.Combine(directory, earlierName));
    }

    /// <summary>Puts the script at its place.</summary>
    public void Apply(HookTransaction transaction)
    {
        if (_staged is null)
        {
            return;
        }

        if (_aside is null)
        {
            transaction.Put(_staged, _place.Path);
        }
        else
        {
            transaction.PutInsteadOf(_staged, _place.Path, _aside);
        }
    }

    /// <summary>Says what was done, after it was.</summary>
    public HookReport Report()
    {
        var change = _staged is null ? HookChange.Unchanged
            : _place.State is HookState.Ours or HookState.Edited ? HookChange.Updated
            : HookChange.Installed;
        var runs = _earlier is not null && HookPlace.IsRunByGit(_earlier);
        return new HookReport(_place.Name, _place.Path, change)
        {
            Earlier = _earlier,
            EarlierRuns = runs,
            Kept = _aside is null ? [] : [_aside],
            Messages = MessagesFor(runs),
        };
    }

    private List<string> MessagesFor(bool runs)
    {
        if (_aside is null)
        {
            return [];
        }

        var messages = new List<string>
        {
            _place.State == HookState.Edited
                ? $"The {_place.Name} hook of firsttry had been edited; the edited one is kept as {_aside} and is not run."
                : runs ? $"The {_place.Name} hook that was there is kept as {_aside} and runs first."
                : $"What was at {_place.Name} is kept as {_aside}; git would not have run it, so it is not run.",
        };
        foreach (var older in KeptName.EarlierBeside(Path.GetDirectoryName(_place.Path)!, _place.Name))
        {
            if (older != _earlier)
            {
                messages.Add($"An older {_place.Name} hook is still kept as {older} and is not run.");
            }
        }

        return messages;
    }
}
