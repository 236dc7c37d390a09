using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Engine.Running;
using FirstTry.Engine.Store;

namespace FirstTry.Engine.Reporting.Findings;

/// <summary>
/// Finds, in what a tool wrote, the places that it speaks of. Only lines that name a file of the repository count, so output of any kind
/// does no harm; every line is looked at in a time that grows with its length alone.
/// </summary>
public sealed class FindingReader
{
    private const int MostFindings = 1000;
    private const int LongestLine = 4096;
    private readonly SourceFiles _files;
    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];
    private string? _fileOfBlock;
    private int _lineOfBlock;
    private string _heading = "";

    private FindingReader(SourceFiles files) => _files = files;

    /// <summary>The findings in the output of a check, in the order in which the tool gave them, each once; at most a thousand.</summary>
    public static IReadOnlyList<Finding> Read(CheckResult result, string worktreeRoot)
    {
        if (result.Output.Length == 0)
        {
            return [];
        }

        var reader = new FindingReader(new SourceFiles(worktreeRoot, result.Planned.Check.Root));
        var text = Encoding.UTF8.GetString(LogText.Strip(result.Output));
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            if (line.Length <= LongestLine)
            {
                reader.Look(line.TrimEnd().ToString());
            }

            if (reader._findings.Count >= MostFindings)
            {
                break;
            }
        }

        return reader._findings;
    }

    private void Look(string line)
    {
        if (line.Length == 0)
        {
            _fileOfBlock = null;
            return;
        }

        var finding = WorkflowCommand.Read(line, _files)
            ?? ArrowLine.Read(line, _heading, _files)
            ?? InBlock(line)
            ?? ParenthesisLine.Read(line, _files)
            ?? ColonLine.Read(line, _files)
            ?? FileLine.Read(line, _files);
        if (finding is not null && _known.Add(finding))
        {
            _findings.Add(finding);
        }

        if (finding is null)
        {
            StartBlock(line);
        }

        _heading = line[0] is ' ' or '\t' or '|' ? _heading : line;
    }

    // eslint and stylelint name the file once, on a line of its own; shellcheck with the line number.
    private void StartBlock(string line)
    {
        if (ShellcheckBlock.ReadHeading(line, _files) is { } place)
        {
            (_fileOfBlock, _lineOfBlock) = place;
        }
        else if (line[0] is not (' ' or '\t') && _files.Find(line) is { } file)
        {
            (_fileOfBlock, _lineOfBlock) = (file, 0);
        }
    }

    private Finding? InBlock(string line)
    {
        if (_fileOfBlock is not { } file)
        {
            return null;
        }

        return _lineOfBlock > 0 ? ShellcheckBlock.Read(line, file, _lineOfBlock) : StylishLine.Read(line, file);
    }
}
