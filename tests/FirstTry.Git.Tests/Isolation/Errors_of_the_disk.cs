using System.IO;
using FirstTry.Git.Isolation;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

public sealed class Errors_of_the_disk
{
    private const string Everything =
        "mkdir gone into; echo 1 > gone/1; echo 2 > into/2; echo f > folder; echo e > edited; ln -s edited link; git add .; git commit -qm base; "
        + "rm -r gone; rm -r into; echo file > into; rm folder; mkdir folder; echo in > folder/in; echo more >> edited; ln -sfn gone link; echo later > later; git add -N later; "
        + "mkdir new; echo new > new/file; chmod 600 new/file; mkdir -p deep/er; echo deep > deep/er/file; chmod 700 edited; cp -a .git ../git";

    [Theory]
    [InlineData("ENOSPC")]
    [InlineData("EACCES")]
    [InlineData("EXDEV")]
    public void Each_step_may_fail_and_nothing_is_lost(string error)
    {
        using var repository = TemporaryRepository.Create(test: "errors-" + error);
        Shell(repository, Everything);
        var before = repository.Picture();
        var steps = CountSteps(repository);

        for (var step = 1; step <= steps; step++)
        {
            Shell(repository, "rm -rf .git; cp -a ../git .git");
            var failure = HideAndPutBack(repository, $"fail:{step}:{error}");
            Recovery.Recover(repository.Worktree(), repository.Block(), FaultPoints.None);

            var now = repository.Picture();
            Assert.True(before == now && repository.IsClean(), $"step {step}: {failure}\n{before}\n{now}");
        }

        Assert.True(steps > 30, $"only {steps} steps");
    }

    private static int CountSteps(TemporaryRepository repository)
    {
        var log = Path.Combine(repository.Outside, "steps");
        repository.Environment["FIRSTTRY_FAULT_STEPS"] = log;
        HideAndPutBack(repository, fault: null);
        repository.Environment["FIRSTTRY_FAULT_STEPS"] = null;
        return File.ReadAllLines(log).Length;
    }

    private static string HideAndPutBack(TemporaryRepository repository, string? fault)
    {
        repository.Environment["FIRSTTRY_FAULT"] = fault;
        var faults = FaultPoints.From(repository.Block());
        repository.Environment["FIRSTTRY_FAULT"] = null;
        try
        {
            repository.Isolate(all: true, faults)!.Leave();
            return "";
        }
        catch (GitException exception)
        {
            return exception.Message;
        }
    }

    private static void Shell(TemporaryRepository repository, string script)
    {
        var result = repository.Run("sh", ["-ec", script]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
