using System.Collections.Generic;
using System.IO;

namespace FirstTry.Git.Hooks;

/// <summary>The removal of one script of ours, edited or not.</summary>
internal sealed record HookRemoval(string Directory, HookPlace Place)
{
    /// <summary>Takes our script away, keeps an edited one beside, and puts back what was there before.</summary>
    public HookReport Apply(HookTransaction transaction)
    {
        var kept = new List<string>();
        var messages = new List<string>();
        if (Place.State == HookState.Edited)
        {
            var aside = KeptName.FreeForEdited(Place.Path);
            transaction.MoveAway(Place.Path, aside);
            kept.Add(aside);
            messages.Add($"The {Place.Name} hook of firsttry had been edited; the edited one is kept as {aside}.");
        }

        if (Place.Earlier is not null)
        {
            transaction.Restore(Path.Combine(Directory, Place.Earlier), Place.Path);
        }
        else if (Place.State == HookState.Ours)
        {
            transaction.Remove(Place.Path);
        }

        foreach (var older in KeptName.EarlierBeside(Directory, Place.Name))
        {
            messages.Add($"An older {Place.Name} hook is still kept as {older}.");
        }

        return new HookReport(Place.Name, Place.Path, Place.Earlier is null ? HookChange.Removed : HookChange.Restored)
        {
            Kept = kept,
            Messages = messages,
        };
    }
}
