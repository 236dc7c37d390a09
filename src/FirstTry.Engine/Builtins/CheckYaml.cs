using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Unicode;
using FirstTry.Graph;
using YamlDotNet.Core;

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

        using var text = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        var parser = new Parser(text);
        try
        {
            Read(path, parser, context, findings);
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

    private static void Read(RepoPath path, Parser parser, BuiltinContext context, Findings findings)
    {
        var nesting = new YamlNesting();
        while (parser.MoveNext())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
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
}
