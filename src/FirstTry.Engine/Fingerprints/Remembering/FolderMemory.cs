using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using FirstTry.Git;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>The known folders of a working tree from run to run, one file a worktree: their number and 16 bytes each.</summary>
internal static class FolderMemory
{
    private const int NumberLength = 16;
    private const int MostExpected = 10_000;
    private const int PieceBytes = 2 * 1024;

    private static ReadOnlySpan<byte> Title => "FTFOLD01"u8;

    /// <summary>Adds what is known. Damaged is empty.</summary>
    internal static void Load(string file, KnownFolders folders)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            folders.AddEarlier(Read(new SummedReader(stream, PieceBytes)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // All folders are read.
        }
    }

    /// <summary>Keeps what is known now.</summary>
    internal static void Save(string file, KnownFolders folders) => ReplacedFile.Write(file, stream =>
    {
        var writer = new SummedWriter(stream);
        writer.Write(Title);
        writer.Write(folders.Current.Count);
        Span<byte> number = stackalloc byte[NumberLength];
        foreach (var folder in folders.Current)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(number, folder);
            writer.Write(number);
        }

        writer.Finish();
    });

    private static List<UInt128> Read(SummedReader reader)
    {
        if (!reader.TryRead(Title.Length, out var title) || !title.SequenceEqual(Title) || !reader.TryReadNumber(out var count))
        {
            return [];
        }

        var folders = new List<UInt128>(Math.Min(count, MostExpected));
        for (var i = 0; i < count; i++)
        {
            if (!reader.TryRead(NumberLength, out var number))
            {
                return [];
            }

            folders.Add(BinaryPrimitives.ReadUInt128LittleEndian(number));
        }

        return reader.IsSumRight() ? folders : [];
    }
}
