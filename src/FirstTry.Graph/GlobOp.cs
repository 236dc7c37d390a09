namespace FirstTry.Graph;

/// <summary>
/// The steps of a compiled glob. A program is a row of alternatives, of which one has to match:
/// flags, the length of the literal (two bytes, big-endian) and of the steps (likewise), the literal, the steps.
/// </summary>
internal static class GlobOp
{
    /// <summary>Followed by a length (one byte) and that many bytes, which must stand there.</summary>
    public const byte Literal = 1;

    /// <summary><c>?</c>: one byte that is not <c>/</c>.</summary>
    public const byte AnyByte = 2;

    /// <summary><c>*</c>: any bytes but <c>/</c>.</summary>
    public const byte Star = 3;

    /// <summary><c>**/</c>: nothing, or whole segments with the <c>/</c> after them.</summary>
    public const byte Segments = 4;

    /// <summary><c>**</c> at the end: any bytes.</summary>
    public const byte AnyText = 5;

    /// <summary>Followed by 32 bytes, a bit for each byte value that may stand there.</summary>
    public const byte Class = 6;

    /// <summary>Flag: the literal may begin at any segment.</summary>
    public const byte LiteralAtAnyDepth = 1;

    /// <summary>Flag: the steps may begin at any segment.</summary>
    public const byte StepsAtAnyDepth = 2;

    /// <summary>Flag: the steps match the last segment, whatever is before it.</summary>
    public const byte StepsOnLastSegment = 4;

    /// <summary>How many bytes of an alternative come before its literal.</summary>
    public const int HeaderLength = 5;
}
