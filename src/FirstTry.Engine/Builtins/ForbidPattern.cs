using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds lines that match a regular expression.</summary>
internal sealed class ForbidPattern : ContentCheck
{
    // For one line: an expression that backtracks without end must not hold up a commit.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public override string Name => "forbid-pattern";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var problems = new Findings();
        var expressions = ExpressionsOf(context, problems);
        if (expressions.Count == 0)
        {
            problems.AddText("forbid-pattern: the option 'pattern' is missing. Give a regular expression, or a list of them.");
        }

        var outcome = problems.ToOutcome();
        return outcome.Passed ? base.Run(context) : outcome;
    }

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        var message = string.Join(' ', context.ValuesOf("message"));
        var expressions = ExpressionsOf(context, findings);
        var lines = new Lines(content);
        while (lines.MoveNext())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var line = Encoding.UTF8.GetString(lines.Current);
            foreach (var expression in expressions)
            {
                InspectLine(path, (lines.Number, line), expression, message, findings);
            }
        }
    }

    private static void InspectLine(RepoPath path, (int Number, string Text) line, Regex expression, string message, Findings findings)
    {
        try
        {
            if (expression.IsMatch(line.Text))
            {
                findings.Add(path, line.Number, message.Length > 0 ? message : $"matches the forbidden pattern '{expression}'");
            }
        }
        catch (RegexMatchTimeoutException)
        {
            findings.Add(path, line.Number, $"the pattern '{expression}' came to no end here after {Patience.TotalSeconds} seconds. Make it simpler");
        }
    }

    private static List<Regex> ExpressionsOf(BuiltinContext context, Findings problems)
    {
        var expressions = new List<Regex>();
        foreach (var pattern in context.ValuesOf("pattern"))
        {
            try
            {
                expressions.Add(new Regex(pattern, RegexOptions.CultureInvariant, Patience));
            }
            catch (ArgumentException exception)
            {
                problems.AddText($"forbid-pattern: the option 'pattern' is no regular expression: {exception.Message}");
            }
        }

        return expressions;
    }
}
