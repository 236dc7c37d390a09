using FirstTry.Graph;

namespace FirstTry.Generators.Emit;

/// <summary>What the checks, profiles and hooks of a graph are called in C#.</summary>
internal sealed class MemberNames
{
    /// <summary>The namespace of everything that is emitted, whatever the project's own is.</summary>
    public const string Namespace = "FirstTry";

    private readonly Identifiers _checks = new("Checks");
    private readonly Identifiers _profiles = new("Profiles");
    private readonly Identifiers _hooks = new("Hooks");
    private readonly Identifiers _plans = new("Plans");
    private readonly Identifiers _hookPlans = new("HookPlans");

    /// <summary>Gives out names in the order of the file.</summary>
    public MemberNames(CheckGraph graph)
    {
        foreach (var check in graph.Checks)
        {
            _checks.Add(check.Name);
        }

        foreach (var profile in graph.Profiles)
        {
            _profiles.Add(profile.Name!);
            _plans.Add(profile.Name!);
        }

        foreach (var hook in graph.Hooks)
        {
            _hooks.Add(hook.Name);
            _hookPlans.Add(hook.Name);
        }
    }

    /// <summary>The member of <c>Checks</c>.</summary>
    public string Of(Check check) => _checks[check.Name];

    /// <summary>The member of <c>Profiles</c>.</summary>
    public string Of(Profile profile) => _profiles[profile.Name!];

    /// <summary>The member of <c>Hooks</c>.</summary>
    public string Of(Hook hook) => _hooks[hook.Name];

    /// <summary>The member of <c>Plans</c>.</summary>
    public string PlanOf(Profile profile) => _plans[profile.Name!];

    /// <summary>The member of <c>HookPlans</c>.</summary>
    public string PlanOf(Hook hook) => _hookPlans[hook.Name];

    /// <summary>An expression that refers to these checks.</summary>
    public string References(CheckReferences checks) =>
        $"{Expressions.GraphNamespace}CheckReferences.Create({Expressions.List(checks, check => In("Checks", Of(check)))})";

    /// <summary>The full name of a member.</summary>
    public static string In(string type, string member) => $"global::{Namespace}.{type}.{member}";
}
