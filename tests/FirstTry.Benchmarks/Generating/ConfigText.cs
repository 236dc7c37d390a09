using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FirstTry.Benchmarks.Generating;

/// <summary>A config among the files of a compilation.</summary>
internal sealed class ConfigText(string text) : AdditionalText
{
    /// <inheritdoc />
    public override string Path => "firsttry.yml";

    /// <inheritdoc />
    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
}
