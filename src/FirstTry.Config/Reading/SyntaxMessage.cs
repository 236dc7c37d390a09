using FirstTry.Config.Problems;
using YamlDotNet.Core;

namespace FirstTry.Config.Reading;

/// <summary>Says what the YAML library found wrong, and what usually helps.</summary>
internal static class SyntaxMessage
{
    public const string QuotesAdvice =
        "Check quotes, brackets and the indentation of this line and the one above; put quotes around a value with ': ', '#', '{', '[', '*' or '&'.";

    public static string For(YamlException exception, bool isTab)
    {
        var found = Wording.Plain(exception.Message).TrimEnd('.', ' ');
        return $"This is not valid YAML: {found}. {(isTab ? "Indent with spaces: YAML does not allow tabs." : QuotesAdvice)}";
    }
}
