namespace FirstTry.Config.Reading;

/// <summary>One key of a map and its value.</summary>
internal readonly struct MappingEntry(ScalarNode key, Node value)
{
    public ScalarNode Key { get; } = key;

    public Node Value { get; } = value;

    /// <summary>Where a problem of the value shows: at the key when nothing is written after it.</summary>
    public Node Place => Value is ScalarNode { IsAbsent: true } ? Key : Value;
}
