using System.IO;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>A clock that somebody sets back while a check runs: nothing that was measured by it is trusted.</summary>
public sealed class ClockTests
{
    // The machine's own clock is nobody's to set: the process sees one that goes a minute back as soon as a file is there.
    private const string ClockThatGoesBack = """
        #define _GNU_SOURCE
        #include <stdlib.h>
        #include <sys/syscall.h>
        #include <time.h>
        #include <unistd.h>

        int clock_gettime(clockid_t id, struct timespec *time)
        {
            const char *mark = getenv("SET_BACK_MARK");
            int result = (int)syscall(SYS_clock_gettime, id, time);
            if (result == 0 && id == CLOCK_REALTIME && mark && access(mark, F_OK) == 0)
            {
                time->tv_sec -= 60;
            }

            return result;
        }
        """;

    [Fact]
    public void A_pass_during_which_the_clock_was_set_back_is_not_remembered()
    {
        using var scene = CacheScene.Create(
            """  lint: { run: "echo x >> ../lint.ran; touch ../set-back", inputs: ["src/**"] }""", [("src/a.txt", "good\n")]);
        var mark = Path.Combine(scene.Outside, "set-back");
        scene.Environment["LD_PRELOAD"] = CompileClock(scene.Outside);
        scene.Environment["SET_BACK_MARK"] = mark;

        for (var i = 1; i <= 2; i++)
        {
            File.Delete(mark);
            var check = CacheScene.Check(scene.Report(scene.Root, "run", "--all-files"), "lint");

            Assert.Equal("not remembered: the clock was moved back while it ran", check.GetProperty("reason").GetString());
            Assert.Equal(i, scene.Executions("lint"));
        }

        File.Delete(mark);
        scene.Environment.Remove("LD_PRELOAD");
        scene.Report(scene.Root, "run", "--all-files");
        Assert.True(CacheScene.Check(scene.Report(scene.Root, "run", "--all-files"), "lint").GetProperty("cached").GetBoolean());
    }

    private static string CompileClock(string folder)
    {
        var (source, library) = (Path.Combine(folder, "clock.c"), Path.Combine(folder, "clock.so"));
        File.WriteAllText(source, ClockThatGoesBack);
        var result = CommandLine.Run(folder, "cc", ["-shared", "-fPIC", "-o", library, source]);
        Assert.True(result.ExitCode == 0, result.ToString());
        return library;
    }
}
