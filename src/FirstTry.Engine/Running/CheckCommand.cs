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

    // An argument as written; null is the place of the files.
    private readonly List<byte[]?> _arguments = [];

    private readonly string _program;

    // How often each file may come to stand on one command line, the shell's own or one that it makes.
    private int _places;

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
        var limit = _places > 0 ? ArgumentLimits.For(environment).TotalBytes : long.MaxValue;
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
        _arguments.AddRange(ProcessArguments.Of("-c", text, Shell));
        if (Placeholders.WantsFiles(_check.Command!))
        {
            _arguments.Add(null);
            _places = Math.Max(1, script.Split(Placeholders.Files).Length - 1);
        }
    }

    private void AddArgument(string text)
    {
        var isFiles = text == Placeholders.Files;
        _arguments.Add(isFiles ? null : Encoding.UTF8.GetBytes(Expand(text)));
        _places += isFiles ? 1 : 0;
    }

    private string Expand(string text) =>
        _messageFile is null ? text : text.Replace(Placeholders.MessageFile, _messageFile, StringComparison.Ordinal);

    // At least one file a batch: if not even that fits, the system says so when it is started.
    private int FindEnd(int start, long limit)
    {
        var cost = (long)ArgumentLimits.CostOf(Encoding.UTF8.GetBytes(_program));
        foreach (var argument in _arguments)
        {
            cost += argument is null ? 0 : ArgumentLimits.CostOf(argument);
        }

        var end = start;
        while (end < _check.Files.Count)
        {
            cost += (long)_places * ArgumentLimits.CostOf(ArgumentOf(end));
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
            if (argument is not null)
            {
                arguments.Add(argument);
                continue;
            }

            for (var i = start; i < end; i++)
            {
                arguments.Add(ArgumentOf(i));
            }
        }

        return arguments;
    }

    // The common case is not copied: a hundred thousand names are not kept twice.
    private byte[] ArgumentOf(int index)
    {
        var name = NameOf(index);
        return name is [(byte)'-', ..] ? [.. "./"u8, .. name]
            : _check.RootLength == 0 ? _check.Files[index].Bytes
            : name.ToArray();
    }

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
}
