using System;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json;

namespace FirstTry.Benchmarks;

/// <summary>How cost grows: with files that git ignores not at all, with partly staged files in proportion to their number.</summary>
internal sealed class GrowthBenchmark(HookOptions options, TextWriter output)
{
    private const int Inputs = 10_000;
    private const int Ignored = 8_000;
    private const int MostMoreStated = 8;
    private const int FewPartlyStaged = 1_500;
    private const double MostTimesAsMuch = 2.3;
    private const int Repeats = 3;

    /// <summary>Measures and prints; true when within budget.</summary>
    /// <exception cref="BenchmarkException">A run failed, or lost an unstaged change.</exception>
    public bool Run()
    {
        var program = FirstTryProgram.Find(options.Binary);
        Print($"{MachineFacts.Describe()}");

        // Both are measured, whatever the first says.
        return MeasureIgnored(program) & MeasurePartlyStaged(program);
    }

    private bool MeasureIgnored(Peer program)
    {
        using var workspace = new Workspace(10, Inputs);
        CountersOf(program, workspace);
        var before = CountersOf(program, workspace);
        workspace.AddIgnored(Ignored);
        CountersOf(program, workspace);
        var after = CountersOf(program, workspace);
        Print($"{Inputs} inputs, all remembered:            {before.Stated} stats besides the look at tracked files, {before.Hashed} hashed, {before.Cpu:0.0} ms of processor time");
        Print($"the same beside {Ignored} ignored files: {after.Stated} stats besides the look at tracked files, {after.Hashed} hashed, {after.Cpu:0.0} ms of processor time");
        var isKept = after.Stated - before.Stated <= MostMoreStated && before.Hashed == 0 && after.Hashed == 0;
        Print($"budget: nothing hashed, at most {MostMoreStated} more stats: {(isKept ? "kept" : "EXCEEDED")}");
        return isKept;
    }

    private bool MeasurePartlyStaged(Peer program)
    {
        var few = CpuOfPartlyStaged(program, FewPartlyStaged);
        var many = CpuOfPartlyStaged(program, 2 * FewPartlyStaged);
        Print($"{FewPartlyStaged} partly staged files: {few:0} ms of processor time, {2 * FewPartlyStaged}: {many:0} ms");
        var isKept = many <= MostTimesAsMuch * few;
        Print($"budget: twice as many cost at most {MostTimesAsMuch} times as much: {(isKept ? "kept" : "EXCEEDED")}");
        return isKept;
    }

    private static double CpuOfPartlyStaged(Peer program, int files)
    {
        using var repository = new BenchmarkRepository { Cache = "off", NameLength = 180 };
        repository.Fill(files, files);
        repository.Configure("true");
        repository.LeaveUnstaged(files);
        var least = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var outcome = program.Run(repository.Root, repository.Environment);
            if (!outcome.Succeeded || !repository.HasUnstaged())
                throw new BenchmarkException($"{program.Name} ended with {outcome.ExitCode} or lost a change: {Encoding.UTF8.GetString(outcome.Output)}");

            least = Math.Min(least, outcome.Cpu.TotalMilliseconds);
        }

        return least;
    }

    private static (int Stated, int Hashed, double Cpu) CountersOf(Peer program, Workspace workspace)
    {
        var file = Path.Combine(workspace.Outside, "counters.json");
        var outcome = program.Run(workspace.Root, workspace.Environment.With("FIRSTTRY_COUNTERS", file));
        if (!outcome.Succeeded)
            throw new BenchmarkException($"{program.Name} ended with {outcome.ExitCode}: {Encoding.UTF8.GetString(outcome.Output)}");

        var counters = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        return (counters.GetProperty("files_stated").GetInt32(), counters.GetProperty("files_hashed").GetInt32(), outcome.Cpu.TotalMilliseconds);
    }

    private void Print(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
