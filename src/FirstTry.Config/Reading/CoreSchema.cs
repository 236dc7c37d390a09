using System.Globalization;

namespace FirstTry.Config.Reading;

/// <summary>The core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema): what a plain scalar stands for.</summary>
internal static class CoreSchema
{
    public static ScalarKind Classify(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ => CanStartNumber(text[0]) ? ClassifyNumber(text) : ScalarKind.Text,
    };

    public static bool IsTrue(string text) => text is "true" or "True" or "TRUE";

    /// <summary>The whole number that a scalar stands for; also <c>2.0</c> is one, as in JSON. False when it is none or very large.</summary>
    public static bool TryGetInteger(ScalarNode scalar, out long value)
    {
        value = 0;
        var text = scalar.Text;
        if (scalar.Kind == ScalarKind.Integer && text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
        {
            return TryGetPrefixed(text, out value);
        }

        if (scalar.Kind is not (ScalarKind.Integer or ScalarKind.Float)
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !(number is > -1e15 and < 1e15))
        {
            return false;
        }

        value = (long)number;
        return value == number;
    }

    private static bool CanStartNumber(char first) => first is (>= '0' and <= '9') or '-' or '+' or '.';

    private static ScalarKind ClassifyNumber(string text)
    {
        if (IsPrefixedInteger(text))
        {
            return ScalarKind.Integer;
        }

        var at = text[0] is '-' or '+' ? 1 : 0;
        if (IsSpecial(text, at))
        {
            return ScalarKind.Float;
        }

        var whole = CountDigits(text, ref at);
        if (at == text.Length)
        {
            return whole > 0 ? ScalarKind.Integer : ScalarKind.Text;
        }

        var fraction = 0;
        if (text[at] == '.')
        {
            at++;
            fraction = CountDigits(text, ref at);
        }

        return whole + fraction > 0 && IsExponentOrEnd(text, at) ? ScalarKind.Float : ScalarKind.Text;
    }

    private static bool IsSpecial(string text, int at) =>
        (text.Length - at == 4 && text.Substring(at) is ".inf" or ".Inf" or ".INF") || text is ".nan" or ".NaN" or ".NAN";

    private static bool IsExponentOrEnd(string text, int at)
    {
        if (at == text.Length)
        {
            return true;
        }

        if (text[at++] is not ('e' or 'E'))
        {
            return false;
        }

        at += at < text.Length && text[at] is '-' or '+' ? 1 : 0;
        return CountDigits(text, ref at) > 0 && at == text.Length;
    }

    private static int CountDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return at - start;
    }

    private static bool IsPrefixedInteger(string text)
    {
        if (text.Length < 3 || text[0] != '0' || text[1] is not ('x' or 'o'))
        {
            return false;
        }

        for (var i = 2; i < text.Length; i++)
        {
            var digit = DigitOf(text[i]);
            if (digit < 0 || digit >= (text[1] == 'x' ? 16 : 8))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryGetPrefixed(string text, out long value)
    {
        value = 0;
        for (var i = 2; i < text.Length; i++)
        {
            value = (value * (text[1] == 'x' ? 16 : 8)) + DigitOf(text[i]);
            if (value > 1_000_000_000_000_000)
            {
                return false;
            }
        }

        return true;
    }

    private static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => -1,
    };
}
