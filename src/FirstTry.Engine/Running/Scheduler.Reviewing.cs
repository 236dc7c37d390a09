using System.Text;
using FirstTry.Git;

namespace FirstTry.Engine.Running;

/// <content>What becomes of fixes where nobody takes them along.</content>
internal sealed partial class Scheduler
{
    // Whatever the verdict: the checks after this one see the files as they are committed.
    private CheckResult Review(CheckRun run, CheckResult result)
    {
        if (_context.Review is not { } review || run.Watch is not { } watch || result.ChangedFiles.Count == 0)
        {
            return result;
        }

        try
        {
            return Judge(result, review.TakeBack(watch.OriginalsOf(result.ChangedFiles, run.Before)));
        }
        catch (GitException exception)
        {
            return result with { Status = CheckStatus.Error, Reason = exception.Message, IsFailure = true, IsGateClosed = true };
        }
    }

    private static CheckResult Judge(CheckResult result, ReviewedFixes reviewed)
    {
        var isFixed = result.Status == CheckStatus.Fixed;
        var isFailure = isFixed ? !result.Planned.Check.AllowFailure : result.IsFailure;
        var reason = isFixed
            ? $"would change {FileNames.Of(result.ChangedFiles)}: run 'firsttry fix', then commit"
            : $"{result.Reason}, and taken back";
        return result with
        {
            Status = isFixed ? CheckStatus.Failed : result.Status,
            Reason = reviewed.Left.Count == 0 ? reason : $"{reason}; not taken back: {FileNames.Of(reviewed.Left)}",
            Output = [.. result.Output, .. LineEndOf(result.Output), .. reviewed.Diff],
            IsFailure = isFailure,
            IsGateClosed = isFailure || result.IsGateClosed,
        };
    }

    private static byte[] LineEndOf(byte[] output) => output is [] or [.., (byte)'\n'] ? [] : Encoding.ASCII.GetBytes("\n");
}
