using System.Collections.Generic;
using System.Diagnostics;
using FirstTry.Benchmarks.Bench;
using FirstTry.Benchmarks.Generating;
using FirstTry.Benchmarks.Reports;

namespace FirstTry.Benchmarks.Cases;

/// <summary>The source generator in a compiler run of this process: a config of 200 checks that is edited, and code that is edited beside it.</summary>
internal sealed class GeneratorCase : IBenchmarkCase
{
    private const int Checks = 200;
    private const int Rounds = 40;
    // An editor's compiler runs for hours: its code is compiled for good after some hundred edits.
    private const int WarmUps = 200;
    private const double MostOfEdit = 20;
    private const string Workload = "generator";

    /// <inheritdoc />
    public string Name => "generator";

    /// <inheritdoc />
    public void Measure(BenchContext context, Findings findings)
    {
        var project = new GeneratedProject(LargeConfig.Of(Checks));
        var (edits, uncached) = (new List<double>(), new List<double>());
        var first = 0.0;
        for (var round = -WarmUps; round < context.Options.RoundsOr(Rounds); round++)
        {
            var text = LargeConfig.Of(Checks, round);
            var start = Stopwatch.GetTimestamp();
            project.EditConfig(text);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (project.OutputsMadeAnew() == 0)
                throw new BenchmarkException("an edit of the config left the generated source as it was");

            first = round == -WarmUps ? time : first;
            project.EditCode(round);
            if (round >= 0)
            {
                edits.Add(time);
                uncached.Add(project.OutputsMadeAnew());
            }
        }

        findings.Add(new Row { Workload = Workload, Case = "200 checks, one of them edited for the first time in this process", Ours = new Measurement("firsttry", [first]) });
        findings.Add(new Row { Workload = Workload, Case = "200 checks, one of them edited after 200 other edits", Ours = new Measurement("firsttry", edits), Budgets = [Budget.AtMost(MostOfEdit)] });
        findings.Add(new Row { Workload = "counters", Case = "200 checks, unrelated code edited: steps made anew", Unit = "", Ours = new Measurement("firsttry", uncached), Budgets = [Budget.Exactly(0)] });
    }
}
