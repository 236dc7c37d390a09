using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Planning;
using FirstTry.Graph;
using FirstTry.Processes;

namespace FirstTry.Engine.Running;

/// <summary>
/// Turns the command of a check into what is started. Files are arguments, never shell text: in a script <c>{files}</c> becomes
/// <c>"$@"</c>. A name that starts with a dash is handed over as <c>./-name</c>, so that no tool takes it for an option.
/// </summary>
internal sealed class CheckCommand
{
    private const string Shell = "sh";
    private readonly PlannedCheck _check;
    private readonly string? _messageFile;
    private readonly List<Argument> _arguments = [];
    private readonly string _program;

    internal CheckCommand(PlannedCheck check, string? messageFile)
    {
        _check = check;
        _messageFile = messageFile;
        var command = check.Command!;
        if (command.Script is { } script)
        {
            _program = Shell;
            AddScript(script);
        }
        else
        {
            _program = Expand(command.Arguments[0]);
            for (var i = 1; i < command.Arguments.Count; i++)
            {
                AddArgument(command.Arguments[i]);
            }
        }
    }

    /// <summary>The starts that the files need: one, unless they do not fit on one command line.</summary>
    internal List<CheckBatch> ToBatches(EnvironmentBlock environment, byte[]? hookInput)
    {
        var batches = new List<CheckBatch>();
        var limit = TakesFiles() ? ArgumentLimits.For(environment).TotalBytes : long.MaxValue;
        var start = 0;
        do
        {
            var end = limit == long.MaxValue ? _check.Files.Count : FindEnd(start, limit);
            batches.Add(new CheckBatch(_program, ArgumentsFor(start, end), InputFor(start, end, hookInput)));
            start = end;
        }
        while (start < _check.Files.Count);
        return batches;
    }

    private void AddScript(string script)
    {
        var text = script
            .Replace(Placeholders.Files, "\"$@\"", StringComparison.Ordinal)
            .Replace(Placeholders.MessageFile, $"\"${CheckEnvironment.MessageFile}\"", StringComparison.Ordinal);
        _arguments.Add(Argument.Fixed("-c"));
        _arguments.Add(Argument.Fixed(text));
        _arguments.Add(Argument.Fixed(Shell));
        if (Placeholders.WantsFiles(_check.Command!))
        {
            _arguments.Add(new Argument([], []));
        }
    }

    private void AddArgument(string text)
    {
        var at = text.IndexOf(Placeholders.Files, StringComparison.Ordinal);
        _arguments.Add(at < 0
            ? Argument.Fixed(Expand(text))
            : new Argument(Encoding.UTF8.GetBytes(Expand(text[..at])), Encoding.UTF8.GetBytes(Expand(text[(at + Placeholders.Files.Length)..]))));
    }

    private string Expand(string text) =>
        _messageFile is null ? text : text.Replace(Placeholders.MessageFile, _messageFile, StringComparison.Ordinal);

    private bool TakesFiles()
    {
        foreach (var argument in _arguments)
        {
            if (argument.TakesFiles)
            {
                return true;
            }
        }

        return false;
    }

    // At least one file a batch: if not even that fits, the system says so when it is started.
    private int FindEnd(int start, long limit)
    {
        var cost = (long)ArgumentLimits.CostOf(Encoding.UTF8.GetBytes(_program));
        foreach (var argument in _arguments)
        {
            cost += argument.TakesFiles ? 0 : ArgumentLimits.CostOf(argument.Before);
        }

        var end = start;
        while (end < _check.Files.Count)
        {
            foreach (var argument in _arguments)
            {
                cost += argument.TakesFiles ? argument.CostWith(NameOf(end).Length) : 0;
            }

            if (cost > limit && end > start)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private List<byte[]> ArgumentsFor(int start, int end)
    {
        var arguments = new List<byte[]>(_arguments.Count + end - start);
        foreach (var argument in _arguments)
        {
            if (!argument.TakesFiles)
            {
                arguments.Add(argument.Before);
                continue;
            }

            for (var i = start; i < end; i++)
            {
                arguments.Add(IsHandedAsItIs(argument, i) ? _check.Files[i].Bytes : argument.With(NameOf(i)));
            }
        }

        return arguments;
    }

    // The common case, without a copy: a hundred thousand names are not kept twice.
    private bool IsHandedAsItIs(Argument argument, int index) =>
        argument is { Before.Length: 0, After.Length: 0 } && _check.RootLength == 0 && _check.Files[index].Bytes is not [(byte)'-', ..];

    private ReadOnlySpan<byte> NameOf(int index) => _check.RelativeToRoot(_check.Files[index]);

    private byte[]? InputFor(int start, int end, byte[]? hookInput)
    {
        if (_check.Check.Stdin != StandardInput.Files)
        {
            return _check.Check.Stdin == StandardInput.Hook ? hookInput : null;
        }

        var input = new List<byte>();
        for (var i = start; i < end; i++)
        {
            input.AddRange(NameOf(i));
            input.Add(0);
        }

        return [.. input];
    }

    /// <summary>One argument as written: fixed text, or what stands before and after a file.</summary>
    private sealed record Argument(byte[] Before, byte[]? After)
    {
        private static ReadOnlySpan<byte> LeadingDot => "./"u8;

        internal bool TakesFiles => After is not null;

        internal static Argument Fixed(string text) => new(Encoding.UTF8.GetBytes(text), null);

        internal int CostWith(int length) => ArgumentLimits.CostOf(Before) + LeadingDot.Length + length + After!.Length;

        internal byte[] With(ReadOnlySpan<byte> file)
        {
            var isOption = Before.Length == 0 && file is [(byte)'-', ..];
            return isOption ? [.. LeadingDot, .. file, .. After!] : [.. Before, .. file, .. After!];
        }
    }
}
