using System.Collections.Generic;
using System.IO;
using FirstTry.Processes;

namespace FirstTry.Cli.Init.Import;

/// <summary>The programs that imported checks run and this machine does not have: the other tool may have brought them.</summary>
internal static class MissingPrograms
{
    /// <summary>Their names in the order of the checks.</summary>
    public static List<string> Of(ImportedConfig config, string root, EnvironmentBlock environment)
    {
        var missing = new List<string>();
        foreach (var check in config.Checks)
        {
            if (check.Command is { Uses: null, Arguments: [var program, ..] } && !missing.Contains(program)
                && Programs.WhyMissing(program, Path.Combine(root, check.Root ?? ""), environment) is not null)
            {
                missing.Add(program);
            }
        }

        return missing;
    }
}
