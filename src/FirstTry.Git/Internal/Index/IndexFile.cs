using System;
using System.Buffers.Binary;

namespace FirstTry.Git.Internal.Index;

/// <summary>
/// The entries of an index file, versions 2 to 4, each path once. Source: gitformat-index(5). Null from <see cref="TryParse(IndexBytes, int)"/> means that git
/// must be asked: a split or sparse index, an extension that must be understood, or a file that is not what it should be.
/// </summary>
internal sealed class IndexFile
{
    private readonly EntryPlace[] _places;

    private readonly IndexBytes _content;
    private readonly IndexBytes _names;

    private IndexFile(IndexBytes content, int idLength, IndexReader reader)
    {
        _content = content;
        IdLength = idLength;
        _names = reader.Names;
        Count = reader.Count;
        _places = reader.Places;
        EntriesEnd = reader.Position;
    }

    /// <summary>The file as it is on disk.</summary>
    public ReadOnlySpan<byte> Content => _content.Span;

    /// <summary>Holds the paths, each ended with a NUL byte; the file itself unless its paths are compressed.</summary>
    public ReadOnlySpan<byte> Names => _names.Span;

    /// <summary>How many paths there are.</summary>
    public int Count { get; }

    /// <summary>Where the entries end in <see cref="Content"/> and the extensions begin.</summary>
    public int EntriesEnd { get; }

    /// <summary>20 for SHA-1, 32 for SHA-256.</summary>
    public int IdLength { get; }

    /// <summary>An entry, decoded.</summary>
    public IndexEntry this[int place]
    {
        get
        {
            var start = _places[place].Start;
            var bytes = Content.Slice(start, EntryLayout.Id + IdLength + 4);
            var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[(EntryLayout.Id + IdLength)..]);
            var extended = (flags & EntryLayout.ExtendedFlag) != 0
                ? BinaryPrimitives.ReadUInt16BigEndian(bytes[(EntryLayout.Id + IdLength + 2)..])
                : 0;
            return new IndexEntry(
                BinaryPrimitives.ReadUInt32BigEndian(bytes[EntryLayout.ChangeSeconds..]),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[EntryLayout.ChangeNanoseconds..]),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[EntryLayout.ModifySeconds..]),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[EntryLayout.ModifyNanoseconds..]),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[EntryLayout.Inode..]),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[EntryLayout.Mode..]),
                BinaryPrimitives.ReadUInt32BigEndian(bytes[EntryLayout.Size..]),
                (flags >> EntryLayout.StageShift) & 3,
                (flags & EntryLayout.AssumeUnchangedFlag) != 0,
                (extended & EntryLayout.SkipWorktreeFlag) != 0,
                (extended & EntryLayout.IntentToAddFlag) != 0);
        }
    }

    /// <summary>Reads a file whose object ids have <paramref name="idLength"/> bytes.</summary>
    public static IndexFile? TryParse(byte[] content, int idLength) => TryParse(IndexBytes.Of(content), idLength);

    /// <inheritdoc cref="TryParse(byte[], int)"/>
    public static IndexFile? TryParse(IndexBytes bytes, int idLength)
    {
        var content = bytes.Span;
        if (content.Length < EntryLayout.HeaderLength + idLength || !content[..4].SequenceEqual("DIRC"u8))
        {
            return null;
        }

        var version = Number(content, 4);
        var count = Number(content, 8);
        if (version is < 2 or > 4 || count > content.Length / EntryLayout.Id)
        {
            return null;
        }

        var reader = new IndexReader(bytes, idLength, version == 4, (int)count);
        return reader.TryReadAll() && HasOnlyOptionalExtensions(content, reader.Position, idLength)
            ? new IndexFile(bytes, idLength, reader)
            : null;
    }

    /// <summary>The entries that <c>git ls-files -z --stage</c> printed, without times and sizes.</summary>
    public static IndexFile FromListing(byte[] listing, int idLength)
    {
        var content = IndexListing.ToFile(listing, idLength);
        return TryParse(content, idLength) ?? throw new GitException("git's list of tracked files is not understood.");
    }

    /// <summary>Where an entry stands.</summary>
    public EntryPlace PlaceOf(int place) => _places[place];

    /// <summary>The bytes of a path.</summary>
    public ReadOnlySpan<byte> NameOf(int place) => Names.Slice(_places[place].Name, _places[place].NameLength);

    /// <summary>The mode of an entry alone.</summary>
    public uint ModeOf(int place) => BinaryPrimitives.ReadUInt32BigEndian(Content[(_places[place].Start + EntryLayout.Mode)..]);

    /// <summary>The bytes of an object id.</summary>
    public ReadOnlySpan<byte> IdOf(int place) => Content.Slice(_places[place].Start + EntryLayout.Id, IdLength);

    /// <summary>The place of a path; negative when it is not here, as the complement of the place where it would stand.</summary>
    public int Find(ReadOnlySpan<byte> path) => Find(path, 0, Count);

    /// <summary>The same among the places from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public int Find(ReadOnlySpan<byte> path, int first, int end)
    {
        while (first < end)
        {
            var middle = (int)(((uint)first + (uint)end) / 2);
            var order = NameOf(middle).SequenceCompareTo(path);
            if (order == 0)
            {
                return middle;
            }

            (first, end) = order < 0 ? (middle + 1, end) : (first, middle);
        }

        return ~first;
    }

    // A signature that begins with a capital letter may be ignored; "link" (split) and "sdir" (sparse) change what the entries mean.
    private static bool HasOnlyOptionalExtensions(ReadOnlySpan<byte> content, int position, int idLength)
    {
        while (position + 8 <= content.Length - idLength)
        {
            if (content[position] is < (byte)'A' or > (byte)'Z')
            {
                return false;
            }

            var length = Number(content, position + 4);
            if (length > content.Length)
            {
                return false;
            }

            position += 8 + (int)length;
        }

        return position == content.Length - idLength;
    }

    private static uint Number(ReadOnlySpan<byte> content, int offset) => BinaryPrimitives.ReadUInt32BigEndian(content.Slice(offset, 4));
}
