using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace FirstTry.Engine.Builtins.Json;

/// <summary>Writes JSON in one form: an element or member a line, indented.</summary>
/// <param name="Indent">What each level is indented by.</param>
/// <param name="SortsKeys">Whether the members of an object are put in the order of their keys.</param>
/// <param name="IsAscii">Whether characters beyond ASCII are written as escapes.</param>
/// <param name="TopKeys">Keys that come first, in this order.</param>
internal sealed record JsonLayout(string Indent, bool SortsKeys, bool IsAscii, IReadOnlyList<string> TopKeys)
{
    /// <summary>The text, with a line end after it.</summary>
    internal string Write(JsonTree tree)
    {
        var output = new StringBuilder();
        Write(tree, depth: 0, output);
        return output.Append('\n').ToString();
    }

    private void Write(JsonTree tree, int depth, StringBuilder output)
    {
        switch (tree.Kind)
        {
            case JsonTokenType.StartObject:
                WriteObject(tree, depth, output);
                break;
            case JsonTokenType.StartArray:
                output.Append('[');
                for (var i = 0; i < tree.Elements.Count; i++)
                {
                    StartLine(i, depth + 1, output);
                    Write(tree.Elements[i], depth + 1, output);
                }

                End(tree.Elements.Count, ']', depth, output);
                break;
            case JsonTokenType.String:
                JsonEscapes.Append(output, tree.Text, IsAscii);
                break;
            case JsonTokenType.Number:
                output.Append(tree.Text);
                break;
            default:
                output.Append(tree.Kind switch { JsonTokenType.True => "true", JsonTokenType.False => "false", _ => "null" });
                break;
        }
    }

    private void WriteObject(JsonTree tree, int depth, StringBuilder output)
    {
        output.Append('{');
        var members = InOrder(tree.Members);
        for (var i = 0; i < members.Count; i++)
        {
            StartLine(i, depth + 1, output);
            JsonEscapes.Append(output, members[i].Key, IsAscii);
            output.Append(": ");
            Write(members[i].Value, depth + 1, output);
        }

        End(members.Count, '}', depth, output);
    }

    private void StartLine(int index, int depth, StringBuilder output)
    {
        output.Append(index == 0 ? "\n" : ",\n").Insert(output.Length, Indent, depth);
    }

    private void End(int count, char bracket, int depth, StringBuilder output)
    {
        if (count > 0)
        {
            output.Append('\n').Insert(output.Length, Indent, depth);
        }

        output.Append(bracket);
    }

    private List<KeyValuePair<string, JsonTree>> InOrder(List<KeyValuePair<string, JsonTree>> members)
    {
        var ordered = new List<KeyValuePair<string, JsonTree>>(members.Count);
        foreach (var key in TopKeys)
        {
            ordered.AddRange(members.FindAll(member => member.Key == key));
        }

        var others = members.FindAll(member => !ordered.Exists(first => first.Key == member.Key));
        if (SortsKeys)
        {
            others.Sort((one, other) => Compare(one.Key, other.Key));
        }

        ordered.AddRange(others);
        return ordered;
    }

    // By code points, which is not the order of UTF-16: surrogates stand for what comes after everything else.
    private static int Compare(string one, string other)
    {
        var shared = Math.Min(one.Length, other.Length);
        for (var i = 0; i < shared; i++)
        {
            if (one[i] != other[i])
            {
                return char.IsSurrogate(one[i]) == char.IsSurrogate(other[i]) ? one[i] - other[i] : char.IsSurrogate(one[i]) ? 1 : -1;
            }
        }

        return one.Length - other.Length;
    }
}
