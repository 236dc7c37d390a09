using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>A document that was read back, section by section; lists of files are loaded part by part.</summary>
internal sealed class FingerprintDocument
{
    private readonly Dictionary<Ingredient, List<DocumentItem>> _sections = [];

    /// <summary>What every document begins with.</summary>
    internal static ReadOnlySpan<byte> Title => "firsttry fingerprint 1\n"u8;

    /// <summary>The name of an item that stands for a part of a list of files. Its value is a digest alone; that of a file has a kind before it.</summary>
    internal static ReadOnlySpan<byte> PartName => "part"u8;

    /// <summary>The things of a section; empty when the document has none.</summary>
    internal IReadOnlyList<DocumentItem> this[Ingredient ingredient] => _sections.TryGetValue(ingredient, out var items) ? items : [];

    /// <summary>Reads a document; null when it is none of this version, or a part of it is lost.</summary>
    /// <param name="loadPart">Gives the content with this digest (hex), or null.</param>
    internal static FingerprintDocument? TryRead(ReadOnlyMemory<byte> bytes, Func<string, byte[]?> loadPart)
    {
        if (!bytes.Span.StartsWith(Title))
        {
            return null;
        }

        var document = new FingerprintDocument();
        return document.TryReadSections(bytes[Title.Length..]) && document.TryLoad(Ingredient.Files, loadPart)
            && document.TryLoad(Ingredient.Inputs, loadPart) ? document : null;
    }

    private bool TryReadSections(ReadOnlyMemory<byte> rest)
    {
        List<DocumentItem>? items = null;
        while (!rest.IsEmpty)
        {
            if (rest.Length < sizeof(uint))
            {
                return false;
            }

            var number = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
            if ((number & DocumentWriter.SectionMark) != 0)
            {
                items = [];
                _sections[(Ingredient)(number & ~DocumentWriter.SectionMark)] = items;
                rest = rest[sizeof(uint)..];
            }
            else if (items is null || !TryReadItem(ref rest, items))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryLoad(Ingredient ingredient, Func<string, byte[]?> loadPart)
    {
        var files = new List<DocumentItem>();
        foreach (var item in this[ingredient])
        {
            if (!TryAdd(item, files, loadPart, depth: 0))
            {
                return false;
            }
        }

        _sections[ingredient] = files;
        return true;
    }

    // A list refers to its parts, and a document to the list.
    private static bool TryAdd(DocumentItem item, List<DocumentItem> files, Func<string, byte[]?> loadPart, int depth)
    {
        if (!item.Name.Span.SequenceEqual(PartName) || item.Value.Length != Digest.Length)
        {
            files.Add(item);
            return true;
        }

        var inner = new List<DocumentItem>();
        if (depth > 1 || loadPart(Convert.ToHexStringLower(item.Value.Span)) is not { } part || !TryReadItems(part, inner))
        {
            return false;
        }

        foreach (var file in inner)
        {
            if (!TryAdd(file, files, loadPart, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadItems(ReadOnlyMemory<byte> rest, List<DocumentItem> items)
    {
        while (!rest.IsEmpty)
        {
            if (!TryReadItem(ref rest, items))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadItem(ref ReadOnlyMemory<byte> rest, List<DocumentItem> items)
    {
        if (!TryReadField(ref rest, out var name) || !TryReadField(ref rest, out var value))
        {
            return false;
        }

        items.Add(new DocumentItem(name, value));
        return true;
    }

    private static bool TryReadField(ref ReadOnlyMemory<byte> rest, out ReadOnlyMemory<byte> field)
    {
        field = default;
        if (rest.Length < sizeof(uint))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
        if (length > rest.Length - sizeof(uint))
        {
            return false;
        }

        field = rest.Slice(sizeof(uint), (int)length);
        rest = rest[(sizeof(uint) + (int)length)..];
        return true;
    }
}
