using System;
using System.Collections.Generic;
using System.Text;

namespace FirstTry.Graph;

/// <summary>Makes the program of a pattern: one alternative for each way to choose among its braces.</summary>
internal static class GlobCompiler
{
    /// <summary>Compiles <paramref name="pattern"/>.</summary>
    /// <exception cref="GlobException">The pattern is wrong.</exception>
    public static byte[] Compile(string pattern, GlobScope scope)
    {
        if (pattern.Length > GlobSyntax.MaxLength)
        {
            throw new GlobException($"The pattern has more than {GlobSyntax.MaxLength} characters. Write several patterns in a list.");
        }

        var program = new List<byte>();
        foreach (var alternative in GlobBraces.Expand(pattern))
        {
            if (scope == GlobScope.Name)
            {
                Add(program, 0, [], GlobSteps.Compile(GlobPath.CheckName(alternative)));
            }
            else
            {
                AddPath(program, alternative, scope);
            }
        }

        return program.ToArray();
    }

    private static void AddPath(List<byte> program, string alternative, GlobScope scope)
    {
        var path = GlobPath.Normalize(alternative, scope);
        var anyDepth = alternative.IndexOf('/') < 0 && path.Length > 0;
        if (path.Length == 0)
        {
            Add(program, 0, [], [GlobOp.AnyText]);
            return;
        }

        var steps = GlobSteps.IsPlainText(path) ? [] : GlobSteps.Compile(path);
        var flags = anyDepth ? GlobOp.LiteralAtAnyDepth : 0;
        if (anyDepth || StartsWithSegments(steps))
        {
            var rest = anyDepth ? steps : steps.GetRange(1, steps.Count - 1);
            if (IsWithinSegment(rest, path))
            {
                flags |= GlobOp.StepsOnLastSegment;
                steps = rest;
            }
            else if (anyDepth)
            {
                flags |= GlobOp.StepsAtAnyDepth;
            }
        }

        // git compares the text as it is first: this is how '[id].js' finds the file of that name, and 'src' all that is below it.
        Add(program, flags, Encoding.UTF8.GetBytes(path), steps);
    }

    private static bool StartsWithSegments(List<byte> steps) => steps.Count > 1 && steps[0] == GlobOp.Segments;

    private static bool IsWithinSegment(List<byte> steps, string path)
    {
        var text = path.StartsWith("**/", StringComparison.Ordinal) ? path.Substring(3) : path;
        return steps.Count > 0 && text.IndexOf('/') < 0 && text.IndexOf("**", StringComparison.Ordinal) < 0;
    }

    private static void Add(List<byte> program, int flags, byte[] literal, List<byte> steps)
    {
        program.Add((byte)flags);
        program.Add((byte)(literal.Length >> 8));
        program.Add((byte)literal.Length);
        program.Add((byte)(steps.Count >> 8));
        program.Add((byte)steps.Count);
        program.AddRange(literal);
        program.AddRange(steps);
    }
}
