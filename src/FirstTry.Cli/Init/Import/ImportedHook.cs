using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import;

/// <summary>A git hook, or a profile that no hook runs, with its checks.</summary>
internal sealed class ImportedHook(string name)
{
    public string Name { get; } = name;

    /// <summary>The names of the checks in order.</summary>
    public List<string> Checks { get; } = [];

    /// <summary>What happens after a failure; where two sources differ, everything runs.</summary>
    public FailFast FailFast { get; private set; } = FailFast.Never;

    private bool _isSettled;

    /// <summary>Says what a source does after a failure.</summary>
    public void Settle(FailFast failFast)
    {
        FailFast = _isSettled && FailFast != failFast ? FailFast.Never : failFast;
        _isSettled = true;
    }
}
