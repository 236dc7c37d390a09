using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Git.Internal.Index;

namespace FirstTry.Git.Isolation.Internal;

/// <summary>
/// The file that tells, to any later process, what is hidden and where it lies. After a line with the version follow blocks, each a checksum
/// and a list of records; the first is written and flushed before any file is touched, later ones are added while checks run, and one that is
/// not whole, at the end, counts for nothing.
/// </summary>
internal sealed class Journal(IsolationPlace place, Disk disk)
{
    private const uint OwnerOnly = 0x180;
    private static ReadOnlySpan<byte> FirstLine => "firsttry-journal 1\n"u8;

    /// <summary>Writes the file, which is there whole or not at all; when this returns it is on the disk itself.</summary>
    public void Begin(IsolationState state)
    {
        var records = new List<byte[]>
        {
            Netstrings.Join("run", state.RunId, state.BackupRef),
            Netstrings.Join("owner", state.Owner.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), state.Owner.Start, state.Owner.Boot),
        };
        foreach (var file in state.Files)
        {
            records.Add(Netstrings.Join("file"u8.ToArray(), file.Path.Bytes, MarkText.Write(file.User), MarkText.Write(file.Staged)));
        }

        foreach (var folder in state.MadeFolders)
        {
            records.Add(Netstrings.Join("folder"u8.ToArray(), folder.Bytes));
        }

        byte[] content = [.. FirstLine, .. Block(records)];
        disk.Create(place.NewJournal, content, OwnerOnly, isFlushed: true);
        disk.Rename(place.NewJournal, place.Journal);
        disk.FlushFolder(place.Folder);
    }

    /// <summary>Notes that a file was saved in the moment before it was hidden: this is what its owner has.</summary>
    public void AddUser(HiddenFile file) => Add(Netstrings.Join("user"u8.ToArray(), NumberOf(file), MarkText.Write(file.User)));

    /// <summary>Notes which files a check that is about to start may change.</summary>
    public void AddExpected(IReadOnlyList<HiddenFile> files)
    {
        var fields = new List<byte[]> { "expect"u8.ToArray() };
        foreach (var file in files)
        {
            fields.Add(NumberOf(file));
        }

        Add(Netstrings.Join(fields), isFlushed: false);
    }

    /// <summary>Notes that nothing is expected to change any more.</summary>
    public void AddSettled() => Add(Netstrings.Join("settled"), isFlushed: false);

    /// <summary>Notes a fix that is about to be staged, and what the owner's file becomes with it.</summary>
    public void AddFix(HiddenFile file) =>
        Add(Netstrings.Join("fix"u8.ToArray(), NumberOf(file), MarkText.Write(file.Fix), MarkText.Write(file.Merged)));

    /// <summary>Reads the file; null when there is none.</summary>
    /// <exception cref="GitException">It is damaged, or of a later version.</exception>
    public static IsolationState? Read(IsolationPlace place)
    {
        if (Disk.StatOf(place.Journal).Kind == FileKind.Absent)
        {
            return null;
        }

        ReadOnlySpan<byte> rest = Disk.Read(place.Journal);
        if (!rest.StartsWith(FirstLine))
        {
            throw Damaged(place, "it is of another version of firsttry");
        }

        rest = rest[FirstLine.Length..];
        var reader = new JournalReader();
        var isFirst = true;
        while (TryTakeBlock(ref rest, out var records))
        {
            if (!reader.TryAdd(records))
            {
                throw Damaged(place, "an entry of it is not understood");
            }

            isFirst = false;
        }

        return isFirst ? throw Damaged(place, "its checksum is wrong") : reader.ToState();
    }

    private static bool TryTakeBlock(ref ReadOnlySpan<byte> rest, out List<byte[]> records)
    {
        records = [];
        if (!Netstrings.TryTake(ref rest, out var sum) || !Netstrings.TryTake(ref rest, out var block) || !Sha1.Of(block).AsSpan().SequenceEqual(sum))
        {
            return false;
        }

        records = Netstrings.TrySplit(block) ?? [];
        return true;
    }

    private static GitException Damaged(IsolationPlace place, string reason) => new(
        $"'{DiskPath.ToText(place.Journal)}' tells what a killed run had hidden, and {reason}. What it hid lies in the folder beside it, "
        + "and in the refs that 'git for-each-ref refs/worktree/firsttry' lists; remove the folder when everything is back.");

    // What only helps to tell a check's change from a person's need not outlive the system.
    private void Add(byte[] record, bool isFlushed = true) => disk.Append(place.Journal, Block([record]), isFlushed);

    private static byte[] Block(List<byte[]> records)
    {
        var block = Netstrings.Join(records);
        return Netstrings.Join(Sha1.Of(block), block);
    }

    private static byte[] NumberOf(HiddenFile file) =>
        Encoding.ASCII.GetBytes(file.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
