using System.Collections.Generic;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    /// <summary>A text, which may be empty.</summary>
    public string? ReadText() => ReadText(Value, "text", $"'{Key}: \"…\"'");

    /// <summary>A text with at least one character that shows.</summary>
    public string? ReadFilledText() => ReadText() is { } text && IsFilled(text, Value) ? text : null;

    /// <summary>The name of a profile, where a map could be one itself.</summary>
    public string? ReadProfileName() => ReadFilledText(Value, "the name of a profile or a map", $"'{Key}: quick' or '{Key}: {{ checks: [test] }}'");

    /// <summary>A name such as that of a check.</summary>
    public string? ReadName() => ReadFilledText() is { } name && Names.Validate(Problems, Owner.Part(Key), name, Value) ? name : null;

    /// <summary>A list of texts, none of them empty; the list itself may be.</summary>
    public EquatableArray<string>? ReadTexts(string example)
    {
        if (ReadList(example) is not { } list)
        {
            return null;
        }

        var texts = new string[list.Items.Count];
        var isComplete = true;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = ReadFilledText(list.Items[i], "a list of texts", example) ?? "";
            isComplete &= texts[i].Length > 0;
        }

        return isComplete ? EquatableArray.Create(texts) : null;
    }

    /// <summary>Names, each with its place: a list, or where <paramref name="allowsSingle"/> says so also a single one.</summary>
    public List<NameReference> ReadNames(string example, bool allowsSingle = false)
    {
        var names = new List<NameReference>();
        if (allowsSingle && Value is ScalarNode { Kind: not ScalarKind.Null })
        {
            AddName(names, Value, example);
        }
        else if (ReadList(example, allowsSingle ? "a name or a list of names" : "a list") is { } list)
        {
            foreach (var item in list.Items)
            {
                AddName(names, item, example);
            }
        }

        return names;
    }

    private void AddName(List<NameReference> names, Node item, string example)
    {
        if (ReadFilledText(item, "a list of names", example) is { } name)
        {
            names.Add(new NameReference(name, item));
        }
    }

    private SequenceNode? ReadList(string example, string expected = "a list")
    {
        if (Value is SequenceNode list)
        {
            return list;
        }

        ReportShape(Value, expected, example);
        return null;
    }

    private string? ReadFilledText(Node node, string expected, string example) =>
        ReadText(node, expected, example) is { } text && IsFilled(text, node) ? text : null;

    private bool IsFilled(string text, Node at)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        Problems.Add(Rules.NoValue, at, $"{Start} holds an empty text. Write a value, or remove it.");
        return false;
    }

    private string? ReadText(Node node, string expected, string example)
    {
        if (node is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            ReportShape(node, expected, example);
            return null;
        }

        if (scalar.Kind != ScalarKind.Text)
        {
            Problems.Add(
                Rules.NotText,
                scalar,
                $"{Start} must be text, and {Wording.Quote(scalar.Text)} is {scalar.Description} in YAML. Put it in quotes: \"{Wording.Plain(scalar.Text)}\".");
            return null;
        }

        return HasNul(scalar) ? null : scalar.Text;
    }

    private bool HasNul(ScalarNode scalar)
    {
        if (!scalar.Text.Contains('\0'))
        {
            return false;
        }

        Problems.Add(Rules.NulCharacter, scalar, $"{Start} holds a NUL character, which no program can receive. Remove the '\\0'.");
        return true;
    }
}
