using FirstTry.Graph;

namespace FirstTry.Config.Reading;

/// <summary>A single value.</summary>
/// <param name="text">As written, without quotes and with escapes resolved.</param>
internal sealed class ScalarNode(ConfigSource source, SourceSpan span, string text, bool isPlain, int start, int end)
    : Node(source, span)
{
    /// <summary>True for what was reported already, a tag or a dead alias: nothing else is said about it.</summary>
    public bool IsBroken { get; init; }

    public string Text { get; } = text;

    /// <summary>False for quoted scalars and block scalars: these are text whatever they hold.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Where the token starts in the text of the source.</summary>
    public int Start { get; } = start;

    /// <summary>Where the token ends in the text of the source.</summary>
    public int End { get; } = end;

    public ScalarKind Kind { get; } = isPlain ? CoreSchema.Classify(text) : ScalarKind.Text;

    /// <summary>True when nothing is written at all, as after a key without a value.</summary>
    public bool IsAbsent => IsPlain && Text.Length == 0;

    /// <summary>Stands in for something that cannot be read.</summary>
    public static ScalarNode Broken(ConfigSource source, SourceSpan span) => new(source, span, "", false, 0, 0) { IsBroken = true };

    public override string Description => Kind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.Integer or ScalarKind.Float => "a number",
        _ => "text",
    };
}
