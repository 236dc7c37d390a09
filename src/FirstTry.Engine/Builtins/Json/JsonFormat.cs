using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FirstTry.Graph;

namespace FirstTry.Engine.Builtins.Json;

/// <summary>Writes JSON files in one form. Says so where a file is not JSON, and leaves it alone.</summary>
internal sealed class JsonFormat : ContentFixer
{
    private static readonly string[] Kinds = ["*.{json,jsonld,geojson,topojson,webmanifest,avsc}"];

    /// <inheritdoc />
    public override string Name => "json-format";

    /// <inheritdoc />
    public override IReadOnlyList<string> DefaultFiles => Kinds;

    /// <inheritdoc />
    protected override string Objection => "not in the one form of JSON: one member a line, indented, keys in order";

    /// <inheritdoc />
    protected override bool ReadsBinary => true;

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context) => OptionObjection(context) is { } objection
        ? new BuiltinOutcome(false, $"json-format: {objection}\n", [])
        : base.Run(context);

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        try
        {
            base.Inspect(path, content, context, findings);
        }
        catch (JsonException exception)
        {
            findings.Add(path, (exception.LineNumber ?? 0) + 1, "not formatted: " + CheckJson.WithoutPosition(exception.Message));
        }
    }

    /// <inheritdoc />
    protected override byte[]? Mend(RepoPath path, byte[] content, BuiltinContext context)
    {
        if (!Utf8.IsValid(content))
        {
            throw new JsonException("it is not UTF-8, as JSON must be");
        }

        var mended = LayoutFor(context).Write(JsonTree.Parse(content));

        // A file whose lines all end with CR LF keeps them.
        var isWindows = content.AsSpan().IndexOf((byte)'\n') > 0 && content.AsSpan().Count((byte)'\n') == content.AsSpan().Count("\r\n"u8);
        var bytes = Encoding.UTF8.GetBytes(isWindows ? mended.Replace("\n", "\r\n", StringComparison.Ordinal) : mended);
        return bytes.AsSpan().SequenceEqual(content) ? null : bytes;
    }

    private static JsonLayout LayoutFor(BuiltinContext context) => new(
        IndentOf(context.ValuesOf("indent")) ?? "  ",
        IsOn(context, "sort_keys"),
        IsOn(context, "ascii"),
        context.ValuesOf("top_keys"));

    private static string? OptionObjection(BuiltinContext context)
    {
        if (context.ValuesOf("indent") is { Count: > 0 } indent && IndentOf(indent) is null)
        {
            return $"the option 'indent' is '{indent[0]}'. Valid are numbers up to 40, and blanks or tabs.";
        }

        foreach (var name in (string[])["sort_keys", "ascii"])
        {
            if (context.ValuesOf(name) is { Count: > 0 } values && values[0] is not ("true" or "false"))
            {
                return $"the option '{name}' is '{values[0]}'. Valid are true and false.";
            }
        }

        return null;
    }

    private static bool IsOn(BuiltinContext context, string option) => context.ValuesOf(option) is not { Count: > 0 } values || values[0] == "true";

    private static string? IndentOf(EquatableArray<string> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        if (int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var width))
        {
            return width <= 40 ? new string(' ', width) : null;
        }

        return values[0].Length > 0 && values[0].AsSpan().Trim(" \t").IsEmpty ? values[0] : null;
    }
}
