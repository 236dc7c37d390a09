using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Git;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>
/// Digests of files anywhere on this machine, by their stat: tools, installed packages, what lies outside of git's view. One file a user; it is
/// read once, searched as it is, and written after the verdict when something was added.
/// </summary>
internal sealed class DigestCache
{
    private const int KeyLength = 16;
    private const int DayAt = KeyLength + StatBytes.Length;
    private const int DigestAt = DayAt + sizeof(ushort);
    private const int RecordLength = DigestAt + Digest.Length;
    private const int SumLength = sizeof(ulong);
    private const int MostUnusedDays = 30;
    private readonly string? _file;
    private readonly ushort _today;
    private readonly Dictionary<UInt128, byte[]> _added = [];
    private ReadOnlyMemory<byte>? _records;

    /// <param name="file">Where it is kept; null remembers nothing from run to run.</param>
    internal DigestCache(string? file, DateTimeOffset now)
    {
        _file = file;
        _today = (ushort)(now - DateTimeOffset.UnixEpoch).TotalDays;
    }

    private static ReadOnlySpan<byte> Title => "FTDIGST2"u8;

    /// <summary>The digest of a file that still has this stat; null when it is not known.</summary>
    internal Digest? Find(string root, RepoPath path, FileStat stat)
    {
        var key = KeyOf(root, path);
        var record = _added.TryGetValue(key, out var added) ? added : Search(key);
        return record.Length > 0 && stat.Inode != 0 && StatBytes.Read(record[KeyLength..]) == stat ? Digest.From(record[DigestAt..]) : null;
    }

    /// <summary>Remembers the digest of a file for good.</summary>
    internal void Add(string root, RepoPath path, FileStat stat, Digest digest)
    {
        var key = KeyOf(root, path);
        var record = new byte[RecordLength];
        BinaryPrimitives.WriteUInt128BigEndian(record, key);
        StatBytes.Write(record.AsSpan(KeyLength), stat);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(DayAt), _today);
        digest.CopyTo(record.AsSpan(DigestAt));
        _added[key] = record;
    }

    /// <summary>Writes what was added; what cannot be written is forgotten.</summary>
    internal void Save()
    {
        if (_file is null || _added.Count == 0)
        {
            return;
        }

        var records = new SortedDictionary<UInt128, ReadOnlyMemory<byte>>();
        for (var rest = Records(); rest.Length >= RecordLength; rest = rest[RecordLength..])
        {
            if (_today - BinaryPrimitives.ReadUInt16LittleEndian(rest.Span[DayAt..]) <= MostUnusedDays)
            {
                records[BinaryPrimitives.ReadUInt128BigEndian(rest.Span)] = rest[..RecordLength];
            }
        }

        foreach (var (key, record) in _added)
        {
            records[key] = record;
        }

        using var content = new MemoryStream();
        foreach (var record in records.Values)
        {
            content.Write(record.Span);
        }

        var bytes = content.ToArray();
        ReplacedFile.Write(_file, stream =>
        {
            Span<byte> sum = stackalloc byte[SumLength];
            BinaryPrimitives.WriteUInt64LittleEndian(sum, SumOf(bytes));
            stream.Write(Title);
            stream.Write(sum);
            stream.Write(bytes);
        });
    }

    private static UInt128 KeyOf(string root, RepoPath path)
    {
        var digest = Sha256.Of([.. Encoding.UTF8.GetBytes(root), (byte)'/', .. path.Bytes]);
        return new UInt128(digest.First, digest.Second);
    }

    private ReadOnlySpan<byte> Search(UInt128 key)
    {
        var records = Records().Span;
        var (low, high) = (0, (records.Length / RecordLength) - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var record = records.Slice(middle * RecordLength, RecordLength);
            var found = BinaryPrimitives.ReadUInt128BigEndian(record);
            if (found == key)
            {
                return record;
            }

            (low, high) = found < key ? (middle + 1, high) : (low, middle - 1);
        }

        return [];
    }

    // Damaged is empty: the worst is that files are hashed again.
    private ReadOnlyMemory<byte> Records()
    {
        if (_records is { } known)
        {
            return known;
        }

        ReadOnlyMemory<byte> content = _file is null ? default : ReplacedFile.Read(_file);
        var start = Title.Length + SumLength;
        var isSound = content.Length >= start && content.Span.StartsWith(Title)
            && (content.Length - start) % RecordLength == 0
            && SumOf(content.Span[start..]) == BinaryPrimitives.ReadUInt64LittleEndian(content.Span[Title.Length..]);
        _records = isSound ? content[start..] : ReadOnlyMemory<byte>.Empty;
        return _records.Value;
    }

    // Every run that asks for a tool reads the file: a sum that tells damage takes a thirtieth of the time of one that nobody can forge.
    private static ulong SumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = new Checksum();
        sum.Add(bytes);
        return sum.Value;
    }
}
