using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    private const string OptionShape = "text, a number, true or false, or a list of these";

    /// <summary>An option of an adapter: one value, or a list of values; numbers and booleans are kept as they are written.</summary>
    public AdapterOption? ReadOption()
    {
        if (Value is not SequenceNode list)
        {
            return ReadOptionValue(Value) is { } single ? new AdapterOption(Key, EquatableArray.Create(single)) : null;
        }

        var values = new string[list.Items.Count];
        var isComplete = true;
        for (var i = 0; i < values.Length; i++)
        {
            var value = ReadOptionValue(list.Items[i]);
            values[i] = value ?? "";
            isComplete &= value is not null;
        }

        return isComplete ? new AdapterOption(Key, EquatableArray.Create(values)) : null;
    }

    /// <summary>An option of an adapter that has one of a few values.</summary>
    public AdapterOption? ReadOption(EquatableArray<string> valid)
    {
        if (Value is not ScalarNode scalar)
        {
            ReportShape(Value, "one of " + Wording.List(valid), $"'{Key}: {valid[0]}'");
            return null;
        }

        if (ReadOptionValue(scalar) is not { } value)
        {
            return null;
        }

        foreach (var candidate in valid)
        {
            if (candidate == value)
            {
                return new AdapterOption(Key, EquatableArray.Create(value));
            }
        }

        ReportChoice(scalar, valid);
        return null;
    }

    private string? ReadOptionValue(Node node)
    {
        if (node is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            ReportShape(node, OptionShape, $"'{Key}: value'");
            return null;
        }

        if (HasNul(scalar))
        {
            return null;
        }

        return scalar.Kind == ScalarKind.Boolean ? (CoreSchema.IsTrue(scalar.Text) ? "true" : "false") : scalar.Text;
    }
}
