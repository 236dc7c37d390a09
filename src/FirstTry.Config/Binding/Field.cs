using FirstTry.Config.Problems;
using FirstTry.Config.Reading;

namespace FirstTry.Config.Binding;

/// <summary>A key with its value, and whom it belongs to. Every reading method reports what is wrong and returns null then.</summary>
internal readonly partial struct Field(Subject owner, MappingEntry entry, ProblemList problems)
{
    public Subject Owner { get; } = owner;

    public string Key => Name.Text;

    public ScalarNode Name { get; } = entry.Key;

    public Node Value { get; } = entry.Value;

    /// <summary>Where a problem of the value as a whole shows.</summary>
    public Node Place { get; } = entry.Place;

    public ProblemList Problems { get; } = problems;

    /// <summary>The start of a message about this key.</summary>
    private string Start => Owner.Prefix + Wording.Quote(Key);

    /// <summary>Reports that the owner has no such key.</summary>
    public void ReportUnknown(string[] known)
    {
        var offer = Wording.Offer(Problems, Key, known, "Known keys: ");
        Problems.Add(Rules.UnknownKey, Name, $"{Owner} has an unknown key {Wording.Quote(Key)}. {offer}");
    }

    /// <summary>The value as a map; an absent one is reported too.</summary>
    public MappingNode? ReadMap(string example)
    {
        if (Value is MappingNode map)
        {
            return map;
        }

        ReportShape(Value, "a map", example);
        return null;
    }

    private static bool IsBareBraces(Node node) =>
        node is MappingNode { Entries: { Count: 1 } entries } && entries[0].Key.Text is "files" or "message_file" && entries[0].Value is ScalarNode { IsAbsent: true };

    private void ReportEmptyMap(MappingNode map) =>
        Problems.Add(Rules.NoValue, map, $"{Start} is an empty map. Write a key and its value, or remove it.");

    private void ReportShape(Node at, string expected, string example)
    {
        if (at is ScalarNode { Kind: ScalarKind.Null })
        {
            Problems.Add(Rules.NoValue, ReferenceEquals(at, Value) ? Place : at, $"{Start} has no value. Write {example}, or remove the key.");
        }
        else
        {
            var hint = IsBareBraces(at) ? " In YAML '{files}' without quotes is a map: write \"{files}\"." : "";
            Problems.Add(Rules.WrongShape, at, $"{Start} must be {expected}, not {at.Description}. Write {example}.{hint}");
        }
    }
}
