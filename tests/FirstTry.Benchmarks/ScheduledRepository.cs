using System.Globalization;
using System.Linq;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.Benchmarks;

/// <summary>A graph of checks written down for every runner.</summary>
internal static class ScheduledRepository
{
    /// <summary>Writes and commits the configs, and stages a file, for lefthook runs nothing where nothing is staged.</summary>
    /// <param name="marks">A file to which each check adds its name instead of sleeping; null for sleeping.</param>
    public static void Write(TemporaryRepository repository, ScheduleCase graph, string? marks = null)
    {
        var names = string.Join(' ', graph.Checks.Select(check => check.Name));
        var config = new StringBuilder("version: 1\nchecks:\n");
        var make = new StringBuilder($".PHONY: all fast {names}\nall: {names}\nfast: {string.Join(' ', graph.Checks.Where(check => !check.IsSlow).Select(check => check.Name))}\n");
        var lefthook = new StringBuilder("pre-commit:\n  parallel: true\n  commands:\n");
        foreach (var check in graph.Checks)
        {
            var seconds = (check.Milliseconds / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
            var (command, ours) = marks is null ? ($"sleep {seconds}", $"[sleep, \"{seconds}\"]") : ($"echo {check.Name} >> {marks}", $"echo {check.Name} >> {marks}");
            config.Append(CultureInfo.InvariantCulture, $"  {check.Name}: {{ run: {ours}, needs: [{string.Join(", ", check.Needs)}], bucket: {(check.IsSlow ? "slow" : "fast")} }}\n");
            make.Append(CultureInfo.InvariantCulture, $"{check.Name}: {string.Join(' ', check.Needs)}{(check.IsSlow ? " fast" : "")}\n\t{command}\n");
            lefthook.Append(CultureInfo.InvariantCulture, $"    {check.Name}: {{ run: {command} }}\n");
        }

        config.Append(CultureInfo.InvariantCulture, $"profiles: {{ p: {{ checks: [{string.Join(", ", graph.Checks.Select(check => check.Name))}] }} }}\n");
        repository.Write("firsttry.yml", config.ToString());
        repository.Write("Makefile", make.ToString());
        repository.Write("lefthook.yml", lefthook.ToString());
        repository.CommitAll();
        repository.Write("staged.txt", marks ?? "");
        repository.Git("add", "staged.txt");
    }
}
