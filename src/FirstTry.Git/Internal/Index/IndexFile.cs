using System;
using System.Buffers.Binary;

namespace FirstTry.Git.Internal.Index;

/// <summary>
/// The entries of an index file, versions 2 to 4. Source: gitformat-index(5). Null from <see cref="TryParse"/> means that git must be asked:
/// a split or sparse index, an extension that must be understood, or a file that is not what it should be.
/// </summary>
internal sealed class IndexFile
{
    private const int HeaderLength = 12;
    private const int StatLength = 40;
    private const int ExtendedFlag = 0x4000;
    private const int AssumeUnchangedFlag = 0x8000;
    private const int SkipWorktreeFlag = 0x4000;
    private const int IntentToAddFlag = 0x2000;

    private IndexFile(byte[] content, byte[] names, IndexEntry[] entries, int idLength)
    {
        Content = content;
        Names = names;
        Entries = entries;
        IdLength = idLength;
    }

    /// <summary>The file as it is on disk.</summary>
    public byte[] Content { get; }

    /// <summary>Holds the paths, each ended with a NUL byte; the file itself unless its paths are compressed.</summary>
    public byte[] Names { get; }

    /// <summary>The entries in the order of the file.</summary>
    public IndexEntry[] Entries { get; }

    /// <summary>20 for SHA-1, 32 for SHA-256.</summary>
    public int IdLength { get; }

    /// <summary>Reads a file whose object ids have <paramref name="idLength"/> bytes.</summary>
    public static IndexFile? TryParse(byte[] content, int idLength)
    {
        if (content.Length < HeaderLength + idLength || !content.AsSpan(0, 4).SequenceEqual("DIRC"u8))
        {
            return null;
        }

        var version = Number(content, 4);
        var count = Number(content, 8);
        if (version is < 2 or > 4 || count > content.Length / StatLength)
        {
            return null;
        }

        var reader = new EntryReader(content, idLength, version == 4);
        var entries = new IndexEntry[count];
        for (var i = 0; i < entries.Length; i++)
        {
            if (!reader.TryRead(out entries[i]))
            {
                return null;
            }
        }

        return HasOnlyOptionalExtensions(content, reader.Position, idLength)
            ? new IndexFile(content, reader.Names, entries, idLength)
            : null;
    }

    // A signature that begins with a capital letter may be ignored; "link" (split) and "sdir" (sparse) change what the entries mean.
    private static bool HasOnlyOptionalExtensions(byte[] content, int position, int idLength)
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

    private static uint Number(byte[] content, int offset) => BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(offset, 4));

    /// <summary>Walks over the entries.</summary>
    private sealed class EntryReader(byte[] content, int idLength, bool isCompressed)
    {
        private readonly int _end = content.Length - idLength;
        private byte[] _names = isCompressed ? new byte[content.Length * 2] : content;
        private int _namesLength;
        private int _previous;
        private int _previousLength;

        public int Position { get; private set; } = HeaderLength;

        public byte[] Names => _names;

        public bool TryRead(out IndexEntry entry)
        {
            entry = default;
            var start = Position;
            var flagsAt = start + StatLength + idLength;
            if (flagsAt + 4 > _end)
            {
                return false;
            }

            var flags = BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(flagsAt, 2));
            var isExtended = (flags & ExtendedFlag) != 0;
            var extended = isExtended ? BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(flagsAt + 2, 2)) : 0;
            Position = flagsAt + (isExtended ? 4 : 2);
            if (!(isCompressed ? TryReadCompressedName(out var name, out var length) : TryReadName(start, out name, out length)))
            {
                return false;
            }

            entry = new IndexEntry(
                Number(content, start),
                Number(content, start + 4),
                Number(content, start + 8),
                Number(content, start + 12),
                Number(content, start + 20),
                Number(content, start + 24),
                Number(content, start + 36),
                (flags >> 12) & 3,
                (flags & AssumeUnchangedFlag) != 0,
                (extended & SkipWorktreeFlag) != 0,
                (extended & IntentToAddFlag) != 0,
                name,
                length,
                start + StatLength);
            return true;
        }

        // The entry is filled up with NUL bytes to a multiple of eight; there is always at least one.
        private bool TryReadName(int start, out int name, out int length)
        {
            name = Position;
            length = content.AsSpan(name, _end - name).IndexOf((byte)0);
            Position = start + (((name + length - start) / 8) + 1) * 8;
            return length > 0 && Position <= _end;
        }

        // How many bytes of the previous path to drop, then what follows them, then NUL.
        private bool TryReadCompressedName(out int name, out int length)
        {
            (name, length) = (_namesLength, 0);
            if (!TryReadVariableNumber(out var dropped) || dropped > _previousLength)
            {
                return false;
            }

            var added = content.AsSpan(Position, _end - Position).IndexOf((byte)0);
            var kept = _previousLength - dropped;
            length = kept + added;
            if (added < 0 || length == 0)
            {
                return false;
            }

            if (_names.Length < _namesLength + length + 1)
            {
                Array.Resize(ref _names, Math.Max(_names.Length * 2, _namesLength + length + 1));
            }

            _names.AsSpan(_previous, kept).CopyTo(_names.AsSpan(name));
            content.AsSpan(Position, added).CopyTo(_names.AsSpan(name + kept));
            _names[name + length] = 0;
            (_previous, _previousLength, _namesLength) = (name, length, name + length + 1);
            Position += added + 1;
            return true;
        }

        // The encoding of offsets in packs: seven bits a byte, the most significant first, one added for each further byte.
        private bool TryReadVariableNumber(out int number)
        {
            number = 0;
            for (var i = 0; i < 4 && Position < _end; i++)
            {
                var part = content[Position++];
                number = (i == 0 ? 0 : (number + 1) << 7) | (part & 0x7f);
                if ((part & 0x80) == 0)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
