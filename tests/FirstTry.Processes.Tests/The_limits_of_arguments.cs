using System.Collections.Generic;

namespace FirstTry.Processes.Tests;

public sealed class The_limits_of_arguments
{
    [Fact]
    public void A_list_that_just_fits_is_started()
    {
        var limits = ArgumentLimits.For(Scripts.Environment);
        var argument = new byte[99];
        System.Array.Fill(argument, (byte)'a');
        var arguments = new List<byte[]>();
        for (var used = ArgumentLimits.CostOf(argument); used <= limits.TotalBytes; used += ArgumentLimits.CostOf(argument))
            arguments.Add(argument);

        var outcome = ProcessRunner.Run(Scripts.Program("true") with { Arguments = arguments });

        Assert.Null(outcome.Failure);
        Assert.InRange(arguments.Count, 900, int.MaxValue);
    }

    [Fact]
    public void One_argument_of_the_greatest_length_is_started()
    {
        var limits = ArgumentLimits.For(Scripts.Environment);

        var outcome = ProcessRunner.Run(Scripts.Program("true", new string('a', System.Math.Min(limits.SingleBytes, 1_000_000))));

        Assert.Null(outcome.Failure);
    }

    [Fact]
    public void A_greater_environment_leaves_less_room()
    {
        var small = ArgumentLimits.For(Scripts.Environment);

        var large = ArgumentLimits.For(Scripts.Environment.With("PAD", new string('x', 10_000)));

        Assert.InRange(small.TotalBytes - large.TotalBytes, 10_000, 10_100);
    }
}
