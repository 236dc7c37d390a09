using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Unicode;
using FirstTry.Graph;
using Tomlyn;
using Tomlyn.Parsing;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds TOML files that do not parse, and keys and tables that are defined twice.</summary>
internal sealed class CheckToml : ContentCheck
{
    // Deep enough for any file that a person wrote, and far from the end of the stack.
    private const int MaxDepth = 500;

    private static readonly TomlSerializerOptions Options = TomlSerializerOptions.Default with { MaxDepth = MaxDepth };

    private static readonly string[] Kinds =
    [
        "*.toml", "{Pipfile,Cargo.lock,poetry.lock,uv.lock,pdm.lock,Gopkg.lock}",
    ];

    /// <inheritdoc />
    public override string Name => "check-toml";

    /// <inheritdoc />
    public override IReadOnlyList<string> DefaultFiles => Kinds;

    /// <inheritdoc />
    protected override bool ReadsBinary => true;

    /// <inheritdoc />
    protected override void Inspect(RepoPath path, byte[] content, BuiltinContext context, Findings findings)
    {
        if (!Utf8.IsValid(content))
        {
            findings.Add(path, "not UTF-8, as TOML must be");
            return;
        }

        try
        {
            foreach (var diagnostic in SyntaxParser.Parse(Encoding.UTF8.GetString(content), Options).Diagnostics)
            {
                findings.Add(path, diagnostic.Span.Start.Line + 1, diagnostic.Message);
            }
        }
        catch (TomlException exception)
        {
            findings.Add(path, exception.Message.Contains("depth", StringComparison.Ordinal) ? $"nested more than {MaxDepth} levels deep" : exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            // The library gives up in this way on some malformed escapes.
            findings.Add(path, "not valid TOML");
        }
    }
}
