using System;
using System.Buffers.Binary;
using FirstTry.Git.Internal.Native;

namespace FirstTry.Git.Internal.Index;

/// <summary>Walks over the entries of an index file.</summary>
internal sealed class IndexReader(IndexBytes content, int idLength, bool isCompressed, int count)
{
    private readonly int _end = content.Length - idLength;
    private byte[] _names = isCompressed ? new byte[content.Length * 2] : [];
    private int _namesLength;
    private int _previous;
    private int _previousLength;

    /// <summary>Where the entries end, once they are read.</summary>
    public int Position { get; private set; } = EntryLayout.HeaderLength;

    /// <summary>Holds the paths.</summary>
    public IndexBytes Names => isCompressed ? IndexBytes.Of(_names) : content;

    /// <summary>How many of <see cref="Places"/> are in use.</summary>
    public int Count { get; private set; }

    /// <summary>The entries, each path once.</summary>
    public EntryPlace[] Places { get; } = FreshMemory.Allocate<EntryPlace>(count);

    /// <summary>False when the file is not what it should be.</summary>
    public bool TryReadAll()
    {
        for (var i = 0; i < count; i++)
        {
            if (!TryRead(out var place, out var stage))
            {
                return false;
            }

            // The sides of a conflict follow each other; a path out of order, or twice, is a damaged file.
            var order = Count == 0 ? -1 : NameAt(Places[Count - 1]).SequenceCompareTo(NameAt(place));
            if (order > 0 || (order == 0 && stage == 0))
            {
                return false;
            }

            if (order != 0)
            {
                Places[Count++] = place;
            }
        }

        return true;
    }

    private bool TryRead(out EntryPlace place, out int stage)
    {
        (place, stage) = (default, 0);
        var start = Position;
        var flagsAt = start + EntryLayout.Id + idLength;
        if (flagsAt + 4 > _end)
        {
            return false;
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(content.Span.Slice(flagsAt, 2));
        stage = (flags >> EntryLayout.StageShift) & 3;
        Position = flagsAt + ((flags & EntryLayout.ExtendedFlag) != 0 ? 4 : 2);
        if (!(isCompressed ? TryReadCompressedName(out var name, out var length) : TryReadName(start, out name, out length)))
        {
            return false;
        }

        place = new EntryPlace(start, name, length);
        return true;
    }

    private ReadOnlySpan<byte> NameAt(EntryPlace place) => isCompressed ? _names.AsSpan(place.Name, place.NameLength) : content.Span.Slice(place.Name, place.NameLength);

    // The entry is filled up with NUL bytes to a multiple of eight; there is always at least one.
    private bool TryReadName(int start, out int name, out int length)
    {
        name = Position;
        length = content.Span.Slice(name, _end - name).IndexOf((byte)0);
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

        var added = content.Span.Slice(Position, _end - Position).IndexOf((byte)0);
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
        content.Span.Slice(Position, added).CopyTo(_names.AsSpan(name + kept));
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
            var part = content.Span[Position++];
            number = (i == 0 ? 0 : (number + 1) << 7) | (part & 0x7f);
            if ((part & 0x80) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
