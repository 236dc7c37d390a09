using System;
using System.Text;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds the marks that git leaves where a merge needs a decision.</summary>
internal sealed class MergeConflict : ContentCheck
{
    private const int MarkLength = 7;

    /// <inheritdoc />
    public override string Name => "merge-conflict";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var isJoining = context.IsJoining();
        return base.Run(context with { IsJoining = () => isJoining });
    }

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        // A mark that was left behind alone still objects while its merge is under way.
        var isJoining = context.IsJoining();
        var isInside = isJoining;
        var lines = new Lines(content);
        while (lines.MoveNext())
        {
            if (IsMark(lines.Current, isInside))
            {
                findings.Add(path, lines.Number, $"merge conflict mark '{Encoding.ASCII.GetString(lines.Current[..MarkLength])}'");
                isInside = isJoining || lines.Current[0] != (byte)'>';
            }
        }
    }

    // A line of equal signs alone underlines a heading in many languages: it counts only after an opening mark.
    private static bool IsMark(ReadOnlySpan<byte> line, bool isInside) =>
        line.StartsWith("<<<<<<< "u8)
        || line.StartsWith(">>>>>>> "u8)
        || (isInside && (line.SequenceEqual("======="u8) || line.StartsWith("======= "u8) || line.StartsWith("||||||| "u8)));
}
