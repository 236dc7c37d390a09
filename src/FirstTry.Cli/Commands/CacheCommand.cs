using System;
using System.CommandLine;
using System.Globalization;
using FirstTry.Cli.Composition;
using FirstTry.Cli.Screens;
using FirstTry.Engine.Store;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry cache status|verify|prune|clear</c>: the store of remembered results.</summary>
internal static class CacheCommand
{
    public static Command Create(Invocation invocation) => new("cache", "Look after the store of remembered results.")
    {
        Part(invocation, "status", "Where the store is and what is in it.", Status),
        Part(invocation, "verify", "Read everything in the store and remove what is damaged.", Verify),
        Prune(invocation),
        Part(invocation, "clear", "Forget every result.", Clear),
    };

    private static Command Part(Invocation invocation, string name, string description, Func<Invocation, StoreUpkeep, bool, int> run)
    {
        var format = Format();
        var command = new Command(name, description) { format };
        command.SetAction(result => run(invocation, Upkeep(invocation), result.GetValue(format) == "json"));
        return command;
    }

    private static Command Prune(Invocation invocation)
    {
        var (format, age, size) = (
            Format(),
            new Option<string?>("--max-age") { Description = "How long a result stays after its last use; 720h unless given.", HelpName = "DURATION" },
            new Option<string?>("--max-size") { Description = "How many megabytes stay; 2048 unless given.", HelpName = "MB" });
        var command = new Command("prune", "Remove what was not of use for long.") { format, age, size };
        command.SetAction(result => Prune(invocation, LimitsOf(result.GetValue(age), result.GetValue(size)), result.GetValue(format) == "json"));
        return command;
    }

    private static Option<string?> Format() => Choice.Of(new Option<string?>("--format") { Description = "How the answer is written." }, "text", "json");

    private static StoreLimits LimitsOf(string? age, string? size) => new(
        age is null ? StoreLimits.Default.Age
            : Duration.TryParse(age, out var duration) ? duration.ToTimeSpan()
            : throw new UsageException($"--max-age: '{age}' is no duration such as '30m' or '720h'."),
        size is null ? StoreLimits.Default.Bytes
            : long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes < 1 << 30 ? megabytes * 1024 * 1024
            : throw new UsageException($"--max-size: '{size}' is no number of megabytes."));

    private static int Status(Invocation invocation, StoreUpkeep upkeep, bool isJson)
    {
        var mode = Variables.Cache(invocation.Environment) ?? CacheMode.ReadWrite;
        if (isJson)
        {
            StoreScreen.WriteJson(invocation.Output, upkeep.Look(), PlaceOf(invocation), mode);
        }
        else
        {
            invocation.Write(StoreScreen.ToText(upkeep.Look(), PlaceOf(invocation), mode, TimeProvider.System.GetUtcNow()));
        }

        return ExitCode.Passed;
    }

    private static int Verify(Invocation invocation, StoreUpkeep upkeep, bool isJson)
    {
        var verification = upkeep.Verify();
        if (isJson)
        {
            StoreScreen.WriteJson(invocation.Output, verification);
        }
        else
        {
            foreach (var file in verification.Damaged)
            {
                invocation.WriteLine($"damaged, removed: {file}");
            }

            invocation.WriteLine($"{Words.Count(verification.Results, "result")} and {Words.Count(verification.Contents, "file")} of content are whole, {verification.Damaged.Count} were damaged.");
        }

        return Finish(invocation, upkeep, verification.Damaged.Count == 0 ? ExitCode.Passed : ExitCode.CheckFailed);
    }

    private static int Prune(Invocation invocation, StoreLimits limits, bool isJson)
    {
        var upkeep = Upkeep(invocation);
        var pruning = upkeep.Prune(limits);
        if (isJson)
        {
            StoreScreen.WriteJson(invocation.Output, pruning);
        }
        else
        {
            invocation.WriteLine($"removed {Words.Count(pruning.RemovedFiles, "file")} ({Words.Size(pruning.RemovedBytes)}), kept {Words.Size(pruning.KeptBytes)}");
        }

        return Finish(invocation, upkeep, ExitCode.Passed);
    }

    private static int Clear(Invocation invocation, StoreUpkeep upkeep, bool isJson)
    {
        var files = upkeep.Clear();
        if (isJson)
        {
            StoreScreen.WriteCleared(invocation.Output, files);
        }
        else
        {
            invocation.WriteLine($"removed {Words.Count(files, "file")}: every check runs anew");
        }

        return Finish(invocation, upkeep, ExitCode.Passed);
    }

    private static int Finish(Invocation invocation, StoreUpkeep upkeep, int exitCode) => upkeep.Fault is { } fault
        ? throw new UsageException($"the store in '{PlaceOf(invocation)}' cannot be changed: {fault}")
        : exitCode;

    private static StoreUpkeep Upkeep(Invocation invocation) => new(PlaceOf(invocation), TimeProvider.System);

    private static string PlaceOf(Invocation invocation) => StorePlace.Find(invocation.Environment, invocation.Directory)
        ?? throw new UsageException("There is no place for a store: neither FIRSTTRY_CACHE_DIR nor XDG_CACHE_HOME nor HOME is set. Set one.");
}
