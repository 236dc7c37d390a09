using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;

namespace FirstTry.Engine.Reporting;

/// <summary>
/// What a person sees: one line a check in the order of the plan, each as soon as the checks before it have theirs; the output of those
/// that failed, byte for byte, under their line; one line of summary.
/// </summary>
public sealed partial class TextReport : IRunListener
{
    /// <summary>How wide the first column is.</summary>
    public const int StatusWidth = 10;

    private readonly TextBlock _text;
    private readonly Palette _palette;
    private readonly Verbosity _verbosity;
    private readonly GitHubActions? _host;
    private readonly Dictionary<string, CheckResult> _waiting = new(StringComparer.Ordinal);
    private IReadOnlyList<PlannedCheck> _checks = [];
    private int _next;

    /// <summary>A report that writes UTF-8, and the output of checks as it is.</summary>
    /// <param name="host">The build server whose marks are wanted; null for none.</param>
    public TextReport(Stream output, Palette palette, Verbosity verbosity, GitHubActions? host = null)
    {
        _host = host;
        _text = new TextBlock(output);
        _palette = palette;
        _verbosity = verbosity;
    }

    /// <inheritdoc />
    public void RunStarted(Plan plan) => _checks = plan.Checks;

    /// <inheritdoc />
    public void CheckStarted(PlannedCheck check)
    {
        // What an interactive check shows goes to the terminal by itself.
        if (check.Check.Interactive && _verbosity != Verbosity.Quiet)
        {
            _text.Add(_palette.Quiet).Add(Pad("running")).Add(_palette.Reset).Add(check.Name).EndLine().Write();
        }
    }

    /// <inheritdoc />
    public void CheckFinished(CheckResult result)
    {
        _waiting[result.Name] = result;
        while (_next < _checks.Count && _waiting.Remove(_checks[_next].Name, out var decided))
        {
            _next++;
            AddCheck(decided);
        }

        _text.Write();
    }

    /// <inheritdoc />
    public void RunFinished(RunResult result)
    {
        AddSummary(result);
        _text.Write();
    }

    private void AddCheck(CheckResult result)
    {
        if (_verbosity == Verbosity.Quiet && !HasObjection(result))
        {
            return;
        }

        var (word, colour) = Describe(result);
        _text.Add(colour).Add(Pad(word)).Add(_palette.Reset).Add(_palette.Strong).Add(result.Name).Add(_palette.Reset);
        AddReason(result);
        AddTimes(result);
        _text.EndLine();
        if (HasObjection(result) || (_verbosity == Verbosity.Verbose && result.Output.Length > 0))
        {
            AddOutput(result);
        }

        if (HasObjection(result))
        {
            AddWayOut(result);
            _host?.Annotate(_text, result);
        }
    }

    private void AddOutput(CheckResult result)
    {
        if (_host is null || result.Output.Length == 0)
        {
            _text.Add(result.Output).StartLine();
            return;
        }

        _host.Open(_text, result);
        _text.Add(result.Output);
        _host.Close(_text);
    }

    private void AddReason(CheckResult result)
    {
        var reason = result.IsWarning ? $"{result.Reason}, allowed to fail" : result.Reason ?? (_verbosity == Verbosity.Verbose ? result.MissReason : null);
        if (!string.IsNullOrEmpty(reason))
        {
            _text.Add("  ").Add(_palette.Quiet).Add(reason).Add(_palette.Reset);
        }
    }

    private void AddTimes(CheckResult result)
    {
        if (result.Status is CheckStatus.Skipped || (result.Status == CheckStatus.Cancelled && result.Duration == TimeSpan.Zero))
        {
            return;
        }

        if (_verbosity == Verbosity.Verbose)
        {
            _text.Add("  ").Add(_palette.Quiet).Add($"queued {TimeText.Of(result.Queued)}, ran {TimeText.Of(result.Duration)}").Add(_palette.Reset);
        }
        else if (HasObjection(result))
        {
            _text.Add("  ").Add(_palette.Quiet).Add(TimeText.Of(result.Duration)).Add(_palette.Reset);
        }
    }

    private void AddWayOut(CheckResult result)
    {
        _text.Add("  run it alone: firsttry run --check ").Add(result.Name).EndLine();
        if (result.Planned.Check.Hint is { Length: > 0 } hint)
        {
            _text.Add("  hint: ").Add(hint.TrimEnd('\n').Replace("\n", "\n        ", StringComparison.Ordinal)).EndLine();
        }
    }

    private (string Word, string Colour) Describe(CheckResult result) => result.Status switch
    {
        CheckStatus.Passed => ("passed", _palette.Good),
        CheckStatus.Fixed => ("fixed", result.IsFailure ? _palette.Bad : _palette.Attention),
        CheckStatus.Skipped => ("skipped", _palette.Quiet),
        CheckStatus.Cancelled => ("cancelled", _palette.Attention),
        CheckStatus.Error => ("error", _palette.Bad),
        _ when result.IsWarning => ("warning", _palette.Attention),
        CheckStatus.TimedOut => ("timed out", _palette.Bad),
        _ => ("failed", _palette.Bad),
    };

    private static bool HasObjection(CheckResult result) =>
        result.IsFailure || result.Status is CheckStatus.Failed or CheckStatus.TimedOut or CheckStatus.Error;

    private static string Pad(string word) => word.PadRight(StatusWidth);
}
