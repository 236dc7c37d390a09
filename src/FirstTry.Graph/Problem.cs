using System.Globalization;

namespace FirstTry.Graph;

/// <summary>Something wrong with a file that a person wrote, with its place.</summary>
/// <param name="Id"><c>FT</c> and four digits, never reused.</param>
/// <param name="Message">Names the thing, says what is wrong, then what to do or which values are valid.</param>
/// <param name="File">The path as it should be printed.</param>
public sealed record Problem(string Id, Severity Severity, string Message, string File, SourceSpan Span)
{
    /// <summary>One line in the form that editors and build tools recognise: <c>file(line,column): error FT0001: message</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0}({1},{2}): {3} {4}: {5}",
        File,
        Span.Line,
        Span.Column,
        Severity == Severity.Error ? "error" : "warning",
        Id,
        Message);
}
