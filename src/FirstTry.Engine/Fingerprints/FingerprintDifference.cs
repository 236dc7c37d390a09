using System;
using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Documents;

namespace FirstTry.Engine.Fingerprints;

/// <summary>One thing that two fingerprints do not share.</summary>
/// <param name="Ingredient">The section it belongs to.</param>
/// <param name="Thing">Its name: a path, a variable, a tool.</param>
/// <param name="Text">A sentence part such as "src/app.py changed" or "environment variable X was set".</param>
public sealed record FingerprintDifference(Ingredient Ingredient, string Thing, string Text)
{
    /// <summary>
    /// What differs between two documents, section by section; empty when they say the same. Null when one of them cannot be read: it is of
    /// another version, or a part of it is lost.
    /// </summary>
    /// <param name="loadPart">Gives the content with this digest (hex) from where parts are kept; null when it is not there.</param>
    public static IReadOnlyList<FingerprintDifference>? Between(byte[] before, byte[] after, Func<string, byte[]?> loadPart) =>
        FingerprintDocument.TryRead(before, loadPart) is { } old && FingerprintDocument.TryRead(after, loadPart) is { } now
            ? DocumentComparison.Compare(old, now)
            : null;
}
