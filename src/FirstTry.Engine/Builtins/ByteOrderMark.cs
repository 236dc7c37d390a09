using System;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Takes the UTF-8 byte order mark off the start of files.</summary>
internal sealed class ByteOrderMark : ContentFixer
{
    /// <inheritdoc />
    public override string Name => "byte-order-mark";

    /// <inheritdoc />
    protected override string Objection => "starts with a UTF-8 byte order mark";

    /// <inheritdoc />
    protected override byte[]? Mend(RepoPath path, byte[] content, BuiltinContext context) =>
        content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : null;
}
