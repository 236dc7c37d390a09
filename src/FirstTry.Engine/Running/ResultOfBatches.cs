using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>One result of many batches: the worst status, the highest exit code, all output in the order of the batches.</summary>
internal static class ResultOfBatches
{
    /// <summary>What the batches come to; a batch that never started makes the check cancelled, unless another one objects.</summary>
    internal static BatchResult Of(IReadOnlyList<BatchResult?> batches)
    {
        if (batches.Count == 1 && batches[0] is { } only)
        {
            return only;
        }

        BatchResult? worst = null;
        int? exitCode = null;
        var output = new List<byte>();
        var changed = new List<RepoPath>();
        var (cpu, memory) = (TimeSpan.Zero, 0L);
        for (var i = 0; i < batches.Count; i++)
        {
            var batch = batches[i] ?? new BatchResult(CheckStatus.Cancelled, null, [], null);
            worst = worst is null || Weight(batch.Status) > Weight(worst.Status) ? batch : worst;
            exitCode = batch.ExitCode is { } code ? Math.Max(code, exitCode ?? 0) : exitCode;
            output.AddRange(batch.Output);
            changed.AddRange(batch.ChangedFiles);
            (cpu, memory) = (cpu + batch.Cpu, Math.Max(memory, batch.PeakMemory));
        }

        return new BatchResult(worst!.Status, exitCode, [.. output], worst.Reason) { ChangedFiles = changed, Cpu = cpu, PeakMemory = memory };
    }

    private static int Weight(CheckStatus status) => status switch
    {
        CheckStatus.Error => 4,
        CheckStatus.TimedOut => 3,
        CheckStatus.Failed => 2,
        CheckStatus.Cancelled => 1,
        _ => 0,
    };
}
