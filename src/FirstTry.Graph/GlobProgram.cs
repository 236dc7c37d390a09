namespace FirstTry.Graph;

/// <summary>Runs compiled globs, see <see cref="GlobOp"/>: no allocation, and never more work than a polynomial of both lengths.</summary>
internal static class GlobProgram
{
    private const byte Slash = (byte)'/';

    /// <summary>True when an alternative of <paramref name="program"/> matches the path from <paramref name="start"/> on.</summary>
    public static bool IsMatch(byte[] program, byte[] path, int start)
    {
        var alternative = 0;
        while (alternative < program.Length)
        {
            var literal = alternative + GlobOp.HeaderLength;
            var steps = literal + ((program[alternative + 1] << 8) | program[alternative + 2]);
            var end = steps + ((program[alternative + 3] << 8) | program[alternative + 4]);
            var flags = program[alternative];
            if ((steps > literal && MatchesLiteral(program, literal, steps, path, start, flags))
                || (end > steps && MatchesSteps(program, steps, end, path, start, flags)))
            {
                return true;
            }

            alternative = end;
        }

        return false;
    }

    private static bool MatchesLiteral(byte[] program, int literal, int end, byte[] path, int start, byte flags)
    {
        var anyDepth = (flags & GlobOp.LiteralAtAnyDepth) != 0;
        for (; start >= 0 && path.Length - start >= end - literal; start = anyDepth ? NextSegment(path, start) : -1)
        {
            if (IsAtOrBelow(program, literal, end, path, start))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAtOrBelow(byte[] program, int literal, int end, byte[] path, int position)
    {
        for (; literal < end; literal++, position++)
        {
            if (position == path.Length || path[position] != program[literal])
            {
                return false;
            }
        }

        return position == path.Length || path[position] == Slash || path[position - 1] == Slash;
    }

    private static bool MatchesSteps(byte[] program, int steps, int end, byte[] path, int start, byte flags)
    {
        if ((flags & GlobOp.StepsOnLastSegment) != 0)
        {
            return Run(program, steps, end, path, LastSegment(path, start));
        }

        var anyDepth = (flags & GlobOp.StepsAtAnyDepth) != 0;
        for (; start >= 0; start = anyDepth ? NextSegment(path, start) : -1)
        {
            if (Run(program, steps, end, path, start))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Only the last asterisk and the last <c>**</c> are ever tried again: whatever an earlier one could have reached, a later one reaches too,
    /// because it takes over at the first place where the steps between them match.
    /// </summary>
    private static bool Run(byte[] program, int step, int end, byte[] path, int position)
    {
        var (star, starPosition) = (-1, 0);
        var (segments, segmentsPosition) = (-1, 0);
        while (step < end || position < path.Length)
        {
            var op = step < end ? program[step] : (byte)0;
            if (op == GlobOp.AnyText)
            {
                return true;
            }

            if (op == GlobOp.Star)
            {
                (star, starPosition) = (++step, position);
            }
            else if (op == GlobOp.Segments)
            {
                (segments, segmentsPosition, star) = (++step, position, -1);
            }
            else if (Length(program, op, step, path, position) is var length and > 0)
            {
                position += length;
                step += Size(program, op, step);
            }
            else if (star >= 0 && starPosition < path.Length && path[starPosition] != Slash)
            {
                (step, position) = (star, ++starPosition);
            }
            else if (segments >= 0 && (segmentsPosition = NextSegment(path, segmentsPosition)) >= 0)
            {
                (step, position, star) = (segments, segmentsPosition, -1);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many bytes of the path the step takes; 0 when it does not match.</summary>
    private static int Length(byte[] program, byte op, int step, byte[] path, int position) => op switch
    {
        GlobOp.Literal => StartsWith(program, step + 2, program[step + 1], path, position) ? program[step + 1] : 0,
        GlobOp.AnyByte => position < path.Length && path[position] != Slash ? 1 : 0,
        GlobOp.Class => position < path.Length && (program[step + 1 + (path[position] >> 3)] & (1 << (path[position] & 7))) != 0 ? 1 : 0,
        _ => 0,
    };

    private static int Size(byte[] program, byte op, int step) => op switch
    {
        GlobOp.Literal => 2 + program[step + 1],
        GlobOp.Class => 33,
        _ => 1,
    };

    private static bool StartsWith(byte[] program, int literal, int length, byte[] path, int position)
    {
        if (path.Length - position < length)
        {
            return false;
        }

        for (var i = 0; i < length; i++)
        {
            if (path[position + i] != program[literal + i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the segment after the one at <paramref name="position"/> starts; -1 when there is none.</summary>
    private static int NextSegment(byte[] path, int position)
    {
        while (position < path.Length)
        {
            if (path[position++] == Slash)
            {
                return position;
            }
        }

        return -1;
    }

    private static int LastSegment(byte[] path, int start)
    {
        var position = path.Length;
        while (position > start && path[position - 1] != Slash)
        {
            position--;
        }

        return position;
    }
}
