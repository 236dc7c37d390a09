namespace FirstTry.Graph;

/// <summary>What the parser knows of an adapter or built-in check.</summary>
/// <param name="Bucket">The bucket of a check that names none.</param>
/// <param name="Options">The keys that <c>with</c> accepts.</param>
public sealed record AdapterDescriptor(string Name, Bucket Bucket, EquatableArray<string> Options)
{
    /// <summary>Those of <see cref="Options"/> that the adapter cannot do without.</summary>
    public EquatableArray<string> Required { get; init; }

    /// <summary>Those of <see cref="Options"/> that have one of a few values.</summary>
    public EquatableArray<OptionChoice> Choices { get; init; }

    /// <summary>True when it runs a tool, and false when it is a built-in check.</summary>
    public bool RunsTool
    {
        get
        {
            foreach (var option in Options)
            {
                if (option == "args")
                {
                    return true;
                }
            }

            return false;
        }
    }
}
