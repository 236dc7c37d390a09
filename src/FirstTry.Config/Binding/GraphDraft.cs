using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>A whole config before its names are resolved.</summary>
internal sealed class GraphDraft
{
    /// <summary>0 for <c>auto</c>.</summary>
    public int Workers { get; set; }

    public EquatableArray<EnvironmentVariable> Env { get; set; }

    public EquatableArray<string> PassEnv { get; set; }

    public CacheSettings Cache { get; set; } = CacheSettings.Default;

    public List<CheckDraft> Checks { get; } = [];

    public List<ProfileDraft> Profiles { get; } = [];

    public List<HookDraft> Hooks { get; } = [];
}
