using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FirstTry.Benchmarks;

/// <summary>What one run says about one check: whether it ran, on what, and which tests failed.</summary>
/// <param name="Name">The check.</param>
/// <param name="HasRun">False when it was skipped or remembered.</param>
/// <param name="Reason">Why it did not run, or how it ended.</param>
/// <param name="Units">The packages, test projects or other parts whose tests were started, as far as the output names them.</param>
/// <param name="Failed">The check when it failed, and the names of tests that failed, as far as the output names them.</param>
internal sealed partial record CheckOutcome(string Name, bool HasRun, string Reason, IReadOnlyList<string> Units, IReadOnlyList<string> Failed)
{
    /// <summary>Reads the report of <c>run --format json</c>.</summary>
    public static List<CheckOutcome> In(string report)
    {
        using var document = JsonDocument.Parse(report);
        return [.. document.RootElement.GetProperty("checks").EnumerateArray().Select(Of)];
    }

    private static CheckOutcome Of(JsonElement check)
    {
        var name = check.GetProperty("name").GetString()!;
        var status = check.GetProperty("status").GetString()!;
        var output = check.GetProperty("output").GetString() ?? "";
        var hasRun = status is not ("skipped" or "not_run") && !check.GetProperty("cached").GetBoolean();
        var failed = FailureNames().Matches(output).Select(match => $"{name}: {TestIn(match)}");
        return new CheckOutcome(
            name,
            hasRun,
            check.GetProperty("reason").GetString() ?? "",
            hasRun ? [.. UnitNames().Matches(output).Select(TestIn).Distinct(StringComparer.Ordinal)] : [],
            status is "passed" or "skipped" ? [] : [name, .. failed.Distinct(StringComparer.Ordinal)]);
    }

    private static string TestIn(Match match) => match.Groups.Values.Skip(1).First(group => group.Success).Value.Trim();

    // pytest, VSTest and Microsoft.Testing.Platform, Mocha, node --test, Jest and Vitest, compilers; numbers and times differ from run to run.
    [GeneratedRegex(@"^(?:(?:FAILED|ERROR) (.+?)(?: - .*)?|\s*[Ff]ailed (.+?) [\[(][^\])]*m?s[\])]|\s+\d+\) (.+?):?|\s*[✖✕×] (.+?)(?: \(?[\d.]+ ?m?s\)?)?|(.*: error [A-Z]+\d+: .*?)(?: \[.*)?|npm error workspace (\S+?)@.*)\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FailureNames();

    // > espree@11.2.0 test; Test run for /…/Core.Tests.dll (…); …/Core.Tests.dll (net10.0|x64) passed
    [GeneratedRegex(@"^(?:> (\S+?)@\S+ test|Test run for .*/([^/\r\n]+)\.dll \(.*|.*/([^/\r\n]+)\.dll \(net.* (?:passed|failed).*)\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex UnitNames();
}
