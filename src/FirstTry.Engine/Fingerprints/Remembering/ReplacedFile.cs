using System;
using System.IO;
using FirstTry.Engine.Store;

namespace FirstTry.Engine.Fingerprints.Remembering;

/// <summary>A file that is only ever replaced as a whole. What cannot be read or written costs time, never a verdict.</summary>
internal static class ReplacedFile
{
    /// <summary>The content; empty when it cannot be read.</summary>
    internal static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Writes the content beside the file and puts it in its place.</summary>
    internal static void Write(string file, Action<Stream> write)
    {
        var temporary = $"{file}.{Guid.NewGuid():n}";
        try
        {
            StoreFolder.MakeFolder(Path.GetDirectoryName(file)!);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                write(stream);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last one is what the framework makes of EFBIG.
            Remove(temporary);
        }
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left for whoever prunes the store.
        }
    }
}
