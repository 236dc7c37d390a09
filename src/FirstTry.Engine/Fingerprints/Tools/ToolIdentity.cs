using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>Collects what a tool is: its file, its interpreter, what is installed for it.</summary>
internal sealed class ToolIdentity
{
    private readonly SortedDictionary<string, byte[]> _facts = new(System.StringComparer.Ordinal);

    private readonly HashSet<string> _seen = new(System.StringComparer.Ordinal);

    /// <summary>True the first time that this file is met.</summary>
    internal bool IsNew(string place) => _seen.Add(place);

    /// <summary>Adds a fact; of one added twice the last counts.</summary>
    internal void Add(string name, Digest digest) => _facts[name] = digest.ToArray();

    /// <summary>Adds a fact that is text.</summary>
    internal void Add(string name, string text) => Add(name, Sha256.Of(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Writes all facts below the name of the tool.</summary>
    internal void Write(string tool, DocumentWriter document)
    {
        foreach (var (name, value) in _facts)
        {
            document.Item(System.Text.Encoding.UTF8.GetBytes(name.Length == 0 ? tool : $"{tool} ({name})"), value);
        }
    }
}
