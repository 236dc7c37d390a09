using System.Collections.Generic;
using System.Globalization;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    /// <summary>True or false as YAML 1.2 writes them; <c>yes</c> and <c>on</c> are text there.</summary>
    public bool? ReadBoolean()
    {
        if (Value is ScalarNode { Kind: ScalarKind.Boolean } scalar)
        {
            return CoreSchema.IsTrue(scalar.Text);
        }

        ReportShape(Value, "true or false", $"'{Key}: true' or '{Key}: false'");
        return null;
    }

    /// <summary>One of a few words.</summary>
    public T? ReadChoice<T>(Choices<T> choices)
        where T : struct => ReadChoice(Value, choices);

    /// <summary>A length of time such as <c>30s</c>.</summary>
    public Duration? ReadDuration()
    {
        if (Value is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            ReportShape(Value, "a duration", $"'{Key}: 30s'");
            return null;
        }

        if (Duration.TryParse(scalar.Text, out var duration))
        {
            return duration;
        }

        Problems.Add(
            Rules.BadDuration,
            Value,
            $"{Start} is not a duration: {Wording.Quote(scalar.Text)}. Write a whole number above 0 with ms, s, m or h, at most 10,000 hours: '{Key}: {LikelyDuration(scalar.Text)}'.");
        return null;
    }

    /// <summary>What somebody meant who left out the unit or counted days.</summary>
    private static string LikelyDuration(string text)
    {
        var isDays = text.Length is > 1 and < 5 && text[text.Length - 1] == 'd';
        if (isDays && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 400)
        {
            return (days * 24).ToString(CultureInfo.InvariantCulture) + "h";
        }

        return Duration.TryParse(text + "s", out _) ? text + "s" : "30s";
    }

    /// <summary>Whether and for how long a result is remembered.</summary>
    public CachePolicy? ReadCachePolicy()
    {
        if (Value is ScalarNode { Kind: ScalarKind.Boolean } scalar)
        {
            return CoreSchema.IsTrue(scalar.Text) ? CachePolicy.Always : CachePolicy.Never;
        }

        if (Value is not ScalarNode { Kind: not ScalarKind.Null })
        {
            ReportShape(Value, "true, false or a duration", $"'{Key}: false' or '{Key}: 24h'");
            return null;
        }

        return ReadDuration() is { } age ? new CachePolicy(true, age) : null;
    }

    /// <summary>A whole number, or <paramref name="word"/>, which stands for <paramref name="wordValue"/>.</summary>
    public int? ReadNumber(string word, int wordValue, int least, int most)
    {
        if (Value is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            ReportShape(Value, $"a whole number or '{word}'", $"'{Key}: {word}'");
            return null;
        }

        if (scalar is { Kind: ScalarKind.Text } && scalar.Text == word)
        {
            return wordValue;
        }

        if (CoreSchema.TryGetInteger(scalar, out var number) && number >= least && number <= most)
        {
            return (int)number;
        }

        var range = most > 1_000_000
            ? "of at least " + least.ToString(CultureInfo.InvariantCulture)
            : string.Format(CultureInfo.InvariantCulture, "from {0} to {1}", least, most);
        Problems.Add(Rules.BadNumber, scalar, $"{Start} must be '{word}' or a whole number {range}, without quotes, not {Wording.Quote(scalar.Text)}.");
        return null;
    }

    private T? ReadChoice<T>(Node node, Choices<T> choices)
        where T : struct
    {
        if (node is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            ReportShape(node, "one of " + Wording.List(choices.Names), $"'{Key}: {choices.Names[0]}'");
            return null;
        }

        if (scalar.Kind == ScalarKind.Text && choices.Find(scalar.Text) is { } value)
        {
            return value;
        }

        ReportChoice(scalar, choices.Names);
        return null;
    }

    private void ReportChoice(ScalarNode scalar, IReadOnlyCollection<string> valid)
    {
        var nearest = Problems.Nearest.Find(scalar.Text, valid);
        var hint = nearest is null ? "" : $" Did you mean {Wording.Quote(nearest)}?";
        Problems.Add(Rules.UnknownValue, scalar, $"{Start} cannot be {Wording.Quote(scalar.Text)}.{hint} Valid: {Wording.List(valid)}.");
    }
}
