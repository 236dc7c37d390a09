using System.Collections.Generic;
using FirstTry.Processes;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Cases;

/// <summary>What runners are started with in a temporary repository.</summary>
internal static class Surroundings
{
    /// <summary>The variables of this process with those of the repository.</summary>
    public static EnvironmentBlock Of(TemporaryRepository repository)
    {
        var environment = EnvironmentBlock.FromCurrentProcess();
        foreach (KeyValuePair<string, string?> variable in repository.Environment)
            environment = environment.With(variable.Key, variable.Value);

        return environment;
    }
}
