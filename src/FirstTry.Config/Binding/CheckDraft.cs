using System.Collections.Generic;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>A check as its section says it: what it needs is still names.</summary>
internal sealed class CheckDraft(ScalarNode name)
{
    public ScalarNode NameNode { get; } = name;

    public string Name => NameNode.Text;

    public Command? Run { get; set; }

    public Adapter? Uses { get; set; }

    public Bucket? Bucket { get; set; }

    public string? Description { get; set; }

    public string Root { get; set; } = ".";

    public GlobSet? Files { get; set; }

    public GlobSet? Exclude { get; set; }

    public GlobSet? Inputs { get; set; }

    public GlobSet? ExtraInputs { get; set; }

    public GlobSet? Outputs { get; set; }

    public EquatableArray<EnvironmentVariable> Env { get; set; }

    public EquatableArray<string> PassEnv { get; set; }

    public List<NameReference> Needs { get; set; } = [];

    public EquatableArray<string> Tools { get; set; }

    public Command? Fix { get; set; }

    public Duration? Timeout { get; set; }

    public int Cpus { get; set; } = 1;

    public string? Exclusive { get; set; }

    public CachePolicy Cache { get; set; } = CachePolicy.Always;

    public EquatableArray<Condition> Skip { get; set; }

    public EquatableArray<Condition> Only { get; set; }

    public bool Stage { get; set; } = true;

    public bool AllowFailure { get; set; }

    public StandardInput Stdin { get; set; }

    public bool Interactive { get; set; }

    public string? Hint { get; set; }

    public EquatableArray<string> Tags { get; set; }

    /// <summary>The phase that the check runs in: its own, that of its adapter, or fast.</summary>
    public Bucket EffectiveBucket =>
        Bucket ?? (Uses is null ? null : AdapterCatalog.Find(Uses.Name)?.Bucket) ?? FirstTry.Graph.Bucket.Fast;

    /// <summary>True when one of the tags is <paramref name="tag"/>.</summary>
    public bool HasTag(string tag)
    {
        foreach (var own in Tags)
        {
            if (own == tag)
            {
                return true;
            }
        }

        return false;
    }

    public Check ToCheck(CheckReferences needs) => new(Name)
    {
        Run = Run,
        Uses = Uses,
        Bucket = Bucket,
        Description = Description,
        Root = Root,
        Files = Files,
        Exclude = Exclude,
        Inputs = Inputs,
        ExtraInputs = ExtraInputs,
        Outputs = Outputs,
        Env = Env,
        PassEnv = PassEnv,
        Needs = needs,
        Tools = Tools,
        Fix = Fix,
        Timeout = Timeout,
        Cpus = Cpus,
        Exclusive = Exclusive,
        Cache = Cache,
        Skip = Skip,
        Only = Only,
        Stage = Stage,
        AllowFailure = AllowFailure,
        Stdin = Stdin,
        Interactive = Interactive,
        Hint = Hint,
        Tags = Tags,
    };
}
