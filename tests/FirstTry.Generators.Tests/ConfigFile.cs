using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FirstTry.Generators.Tests;

/// <summary>A config among the additional files of a compilation.</summary>
internal sealed class ConfigFile(string text, string path = "firsttry.yml", Encoding? encoding = null) : AdditionalText
{
    /// <inheritdoc />
    public override string Path => path;

    /// <inheritdoc />
    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, encoding ?? Encoding.UTF8);
}
