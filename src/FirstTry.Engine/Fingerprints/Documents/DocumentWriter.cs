using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>
/// Writes fields with their length before them, so that no two lists of fields are the same bytes: <c>["a b"]</c> is not <c>["a", "b"]</c>.
/// </summary>
internal sealed class DocumentWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Everything written so far.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Starts again with nothing.</summary>
    internal void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Begins a section.</summary>
    internal void Begin(Ingredient ingredient) => Number(SectionMark | (uint)ingredient);

    /// <summary>One thing of the section that was begun.</summary>
    internal void Item(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Field(name);
        Field(value);
    }

    /// <summary>One thing of the section that was begun.</summary>
    internal void Item(string name, string value) => Item(Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));

    /// <summary>Bytes as they are, with their length.</summary>
    internal void Field(ReadOnlySpan<byte> bytes)
    {
        Number((uint)bytes.Length);
        Raw(bytes);
    }

    /// <summary>Bytes as they are, whose length the reader knows.</summary>
    internal void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>No field is as long as the numbers from here on.</summary>
    internal const uint SectionMark = 0x8000_0000;

    private void Number(uint number)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(sizeof(uint)), number);
        _bytes.Advance(sizeof(uint));
    }
}
