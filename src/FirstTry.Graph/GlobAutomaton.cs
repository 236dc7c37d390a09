using System;
using System.Collections.Generic;

namespace FirstTry.Graph;

/// <summary>
/// The paths of globs below a folder, as a machine that reads them byte by byte; maybe some more, never fewer. It tells whether two globs can
/// match one path, which their texts do not. Paths with wildcards in them are left out: like git, a glob also matches what is spelt as it is, so
/// that <c>*.py</c> and <c>*.md</c> meet at <c>*.py/a.md</c>.
/// </summary>
internal sealed class GlobAutomaton
{
    private const byte Slash = (byte)'/';

    // Beyond this the answer is not worth the work: they may meet.
    private const int MostPairs = 100_000;
    private static readonly ByteSet AnyByte = Bytes(static _ => true);
    private static readonly ByteSet NoSlash = Bytes(static value => value != Slash);
    private readonly List<State> _states = [];

    /// <summary>Reads nothing yet; the path up to the folder is the same for every glob.</summary>
    internal GlobAutomaton(byte[] folder)
    {
        var start = Add();
        Folder = AddText(start, folder, 0, folder.Length);
    }

    private int Folder { get; }

    /// <summary>Adds everything below the folder.</summary>
    internal void AddEverything() => AddRest(Folder);

    /// <summary>Adds what a compiled glob matches there.</summary>
    internal void Add(byte[] program)
    {
        var alternative = 0;
        while (alternative < program.Length)
        {
            var literal = alternative + GlobOp.HeaderLength;
            var steps = literal + ((program[alternative + 1] << 8) | program[alternative + 2]);
            var end = steps + ((program[alternative + 3] << 8) | program[alternative + 4]);
            var flags = program[alternative];
            if (steps > literal)
            {
                AddLiteral(program, literal, steps, (flags & GlobOp.LiteralAtAnyDepth) != 0);
            }

            if (end > steps)
            {
                AddSteps(program, steps, end, (flags & (GlobOp.StepsAtAnyDepth | GlobOp.StepsOnLastSegment)) != 0);
            }

            alternative = end;
        }
    }

    /// <summary>False only when no path is in both.</summary>
    internal bool Meets(GlobAutomaton other)
    {
        var seen = new HashSet<(int, int)>();
        var open = new Stack<(int Left, int Right)>();
        Visit(0, 0);
        while (open.Count > 0)
        {
            var (left, right) = open.Pop();
            var (here, there) = (_states[left], other._states[right]);
            if ((here.IsEnd && there.IsEnd) || seen.Count > MostPairs)
            {
                return true;
            }

            foreach (var next in here.Jumps)
            {
                Visit(next, right);
            }

            foreach (var next in there.Jumps)
            {
                Visit(left, next);
            }

            foreach (var mine in here.Moves)
            {
                foreach (var theirs in there.Moves)
                {
                    if (mine.Bytes.Overlaps(theirs.Bytes))
                    {
                        Visit(mine.To, theirs.To);
                    }
                }
            }
        }

        return false;

        void Visit(int left, int right)
        {
            if (seen.Add((left, right)))
            {
                open.Push((left, right));
            }
        }
    }

    // The path itself, or anything below it.
    private void AddLiteral(byte[] program, int literal, int end, bool isAtAnyDepth)
    {
        var last = AddText(isAtAnyDepth ? AfterSegments(Folder) : Folder, program, literal, end);
        _states[last].IsEnd = true;
        if (program[end - 1] == Slash)
        {
            AddRest(last);
            return;
        }

        var below = Add();
        _states[last].Moves.Add((Only(Slash), below));
        AddRest(below);
    }

    private void AddSteps(byte[] program, int step, int end, bool isAtAnyDepth)
    {
        var state = isAtAnyDepth ? AfterSegments(Folder) : Folder;
        while (step < end)
        {
            switch (program[step])
            {
                case GlobOp.Literal:
                    state = AddText(state, program, step + 2, step + 2 + program[step + 1]);
                    step += 2 + program[step + 1];
                    break;
                case GlobOp.AnyByte:
                    state = AddMove(state, NoSlash);
                    step++;
                    break;
                case GlobOp.Star:
                    state = AddLoop(state, NoSlash);
                    step++;
                    break;
                case GlobOp.Segments:
                    state = AfterSegments(state);
                    step++;
                    break;
                case GlobOp.Class:
                    var bits = step + 1;
                    state = AddMove(state, Bytes(value => (program[bits + (value >> 3)] & (1 << (value & 7))) != 0));
                    step += 33;
                    break;
                default:
                    // '**' at the end, and whatever there may be one day.
                    AddRest(state);
                    return;
            }
        }

        _states[state].IsEnd = true;
    }

    private void AddRest(int state) => _states[AddLoop(state, AnyByte)].IsEnd = true;

    // Where a segment starts: here, or after any slash.
    private int AfterSegments(int state)
    {
        var (skipping, start) = (AddLoop(state, AnyByte), Add());
        _states[state].Jumps.Add(start);
        _states[skipping].Moves.Add((Only(Slash), start));
        return start;
    }

    private int AddLoop(int from, ByteSet bytes)
    {
        var loop = Add();
        _states[from].Jumps.Add(loop);
        _states[loop].Moves.Add((bytes, loop));
        return loop;
    }

    private int AddText(int state, byte[] text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            state = AddMove(state, Only(text[i]));
        }

        return state;
    }

    private int AddMove(int from, ByteSet bytes)
    {
        var next = Add();
        _states[from].Moves.Add((bytes, next));
        return next;
    }

    private int Add()
    {
        _states.Add(new State());
        return _states.Count - 1;
    }

    private static ByteSet Only(byte only) => Bytes(value => value == only);

    private static ByteSet Bytes(Func<int, bool> isIn) =>
        new(value => isIn(value) && value is not ('*' or '?' or '[' or '\\'));

    private sealed class State
    {
        internal List<(ByteSet Bytes, int To)> Moves { get; } = [];

        /// <summary>Where it may go on without reading.</summary>
        internal List<int> Jumps { get; } = [];

        internal bool IsEnd { get; set; }
    }
}
