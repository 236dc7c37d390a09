using System;

namespace FirstTry.Graph;

/// <summary>Every name that <c>uses</c> accepts, with what the parser has to know of it.</summary>
public static class AdapterCatalog
{
    /// <summary>The adapters and built-in checks in the order of their documentation.</summary>
    public static EquatableArray<AdapterDescriptor> All { get; } = EquatableArray.Create(
        new AdapterDescriptor("trailing-whitespace", Bucket.Mutating, EquatableArray<string>.Empty));

    /// <summary>The adapter of this name, or null.</summary>
    public static AdapterDescriptor? Find(string name)
    {
        foreach (var adapter in All)
        {
            if (string.Equals(adapter.Name, name, StringComparison.Ordinal))
            {
                return adapter;
            }
        }

        return null;
    }
}
