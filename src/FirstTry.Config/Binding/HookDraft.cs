namespace FirstTry.Config.Binding;

/// <summary>A hook as its section says it: a profile by name, or an inline one.</summary>
internal sealed class HookDraft(string name, NameReference? reference, ProfileDraft? inline)
{
    public string Name { get; } = name;

    public NameReference? Reference { get; } = reference;

    public ProfileDraft? Inline { get; } = inline;
}
