using System;
using System.Collections.Generic;
using FirstTry.Config.Binding;

namespace FirstTry.Config.Validation;

/// <summary>Names by their place in the file.</summary>
internal sealed class ReferenceList
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _indices.Keys;

    public void Add(string name)
    {
        // A name given twice was reported as a duplicate key and the first one stays.
        if (!_indices.ContainsKey(name))
        {
            _indices.Add(name, _indices.Count);
        }
    }

    /// <summary>The place of a name, or -1.</summary>
    public int IndexOf(string name) => _indices.TryGetValue(name, out var index) ? index : -1;

    /// <summary>The places of the known names among the references, each once, in their order.</summary>
    public List<int> Resolve(List<NameReference> references)
    {
        var resolved = new List<int>(references.Count);
        var seen = new HashSet<int>();
        foreach (var reference in references)
        {
            var index = IndexOf(reference.Name);
            if (index >= 0 && seen.Add(index))
            {
                resolved.Add(index);
            }
        }

        return resolved;
    }
}
