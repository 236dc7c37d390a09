using System;
using System.Linq;
using FirstTry.Engine.Planning;
using FirstTry.Engine.Running;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Running;

/// <summary>In which order checks start whose times are known; the numbers are forecasts, no clock is read.</summary>
public sealed class StartForecasts
{
    [Fact]
    public void Checks_are_exchanged_where_that_ends_the_bucket_sooner()
    {
        // Longest first ends at 7: 3 + 2 + 2 beside 3 + 2.
        var (runs, durations) = Runs(3, 3, 2, 2, 2);
        var forecast = new StartForecast(runs, durations, workers: 2);
        int[] order = [0, 1, 2, 3, 4];
        Assert.Equal(Seconds(7), forecast.TimeOf(order));

        forecast.Improve(order, longestWay: Seconds(3));

        Assert.Equal(Seconds(6), forecast.TimeOf(order));
        Assert.Equal([0, 1, 2, 3, 4], order.Order());
    }

    [Fact]
    public void What_a_check_waits_for_and_what_it_takes_of_the_workers_counts()
    {
        var (runs, durations) = Runs(3, 1, 1);
        runs[2] = new CheckRun(runs[2].Planned, [runs[1]]);
        int[] order = [2, 1, 0];
        Assert.Equal(Seconds(3), new StartForecast(runs, durations, workers: 2).TimeOf(order));

        runs[0] = Run(runs[0].Planned.Check with { Cpus = 2 });

        Assert.Equal(Seconds(5), new StartForecast(runs, durations, workers: 2).TimeOf(order));
    }

    [Fact]
    public void An_order_never_gets_worse_and_is_never_below_the_bound()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (runs, durations) = Runs([.. Enumerable.Range(0, random.Next(3, 20)).Select(_ => random.Next(0, 9))]);
            var workers = random.Next(2, 5);
            var forecast = new StartForecast(runs, durations, workers);
            var order = Enumerable.Range(0, runs.Length).OrderByDescending(i => durations[i]).ToArray();
            var before = forecast.TimeOf(order);

            forecast.Improve(order, durations.Max());

            Assert.InRange(forecast.TimeOf(order), Math.Max(durations.Max(), durations.Sum() / workers), before);
        }
    }

    [Fact]
    public void No_check_gets_before_one_that_it_waits_for()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var (runs, durations) = Runs([.. Enumerable.Range(0, random.Next(4, 16)).Select(_ => random.Next(0, 9))]);
            for (var i = 1; i < runs.Length; i++)
            {
                runs[i] = random.Next(2) == 0 ? Run(runs[i].Planned.Check, runs[random.Next(i)]) : runs[i];
            }

            var order = Enumerable.Range(0, runs.Length).ToArray();

            new StartForecast(runs, durations, workers: 2).Improve(order, longestWay: 0);

            Assert.All(runs, run => Assert.All(run.Needs, need => Assert.True(
                Array.IndexOf(order, Array.IndexOf(runs, need)) < Array.IndexOf(order, Array.IndexOf(runs, run)), $"round {round}")));
        }
    }

    [Fact]
    public void What_excludes_others_is_not_forecast()
    {
        var (runs, _) = Runs(1, 1);
        Assert.True(StartForecast.IsPossible(runs));

        runs[0] = Run(runs[0].Planned.Check with { Exclusive = "port" });

        Assert.False(StartForecast.IsPossible(runs));
    }

    private static (CheckRun[] Runs, long[] Durations) Runs(params int[] seconds) =>
        ([.. seconds.Select((_, i) => Run(Scene.Shell($"c{i}", "true")))], [.. seconds.Select(second => Math.Max(1, Seconds(second)))]);

    private static CheckRun Run(Check check, params CheckRun[] needs) => new(new PlannedCheck { Check = check, Bucket = Bucket.Fast }, needs);

    private static long Seconds(int seconds) => TimeSpan.FromSeconds(seconds).Ticks;
}
