using System.Collections.Generic;
using FirstTry.Processes;

namespace FirstTry.Cli.Doctor;

/// <summary>Variables that switch checks off.</summary>
internal static class VariableExamination
{
    public static void Run(EnvironmentBlock environment, List<Finding> findings)
    {
        if (environment["FIRSTTRY"] == "0")
        {
            findings.Add(new Finding("switched-off", "FIRSTTRY=0 is set: every hook started from here skips all checks.", "Unset it: 'unset FIRSTTRY'."));
        }

        if (environment["FIRSTTRY_SKIP"] is { Length: > 0 } skipped)
        {
            findings.Add(new Finding("checks-skipped", $"FIRSTTRY_SKIP is set: '{skipped}' is skipped in every run started from here.", "Unset it: 'unset FIRSTTRY_SKIP'."));
        }
    }
}
