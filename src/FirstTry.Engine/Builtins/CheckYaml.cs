using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Unicode;
using FirstTry.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds YAML files that do not parse, keys that a mapping has twice and aliases of nothing. Several documents and tags of any kind are fine.</summary>
internal sealed class CheckYaml : ContentCheck
{
    private const int MaxDepth = 1000;

    private static readonly string[] Kinds = ["*.{yaml,yml,eyaml}"];

    /// <inheritdoc />
    public override string Name => "check-yaml";

    /// <inheritdoc />
    public override IReadOnlyList<string> DefaultFiles => Kinds;

    /// <inheritdoc />
    protected override bool ReadsBinary => true;

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        if (!Utf8.IsValid(content))
        {
            findings.Add(path, "not UTF-8");
            return;
        }

        var text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        var parser = new Parser(new StringReader(text));
        try
        {
            Read(path, text, parser, context, findings);
        }
        catch (YamlException exception)
        {
            findings.Add(path, exception.Start.Line, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or OverflowException)
        {
            // The library's scanner gives up in this way on some malformed flow collections and escapes.
            findings.Add(path, parser.Current?.End.Line ?? 1, "not valid YAML after this line");
        }
    }

    private static void Read(RepoPath path, string text, Parser parser, BuiltinContext context, Findings findings)
    {
        var nesting = new YamlNesting();
        while (parser.MoveNext())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (HasTabBefore(parser.Current!, text))
            {
                findings.Add(path, parser.Current!.Start.Line, "a tab in the indentation");
            }

            if (nesting.Enter(parser.Current!) is { } objection)
            {
                findings.Add(path, parser.Current!.Start.Line, objection);
            }

            if (nesting.Depth > MaxDepth)
            {
                findings.Add(path, parser.Current!.Start.Line, $"nested more than {MaxDepth} levels deep");
                return;
            }
        }
    }

    // The parser lets it through, and other readers do not.
    private static bool HasTabBefore(ParsingEvent collection, string text)
    {
        if (collection is not (MappingStart { Style: not MappingStyle.Flow } or SequenceStart { Style: not SequenceStyle.Flow }))
        {
            return false;
        }

        var before = text.AsSpan(0, (int)Math.Min(collection.Start.Index, text.Length));
        before = before[(before.LastIndexOfAny('\n', '\r') + 1)..];
        return before.Contains('\t') && before.Trim(" \t").IsEmpty;
    }
}
