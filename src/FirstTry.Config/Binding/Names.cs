using FirstTry.Config.Problems;
using FirstTry.Config.Reading;

namespace FirstTry.Config.Binding;

/// <summary>The names that a config gives: of checks, profiles and tags.</summary>
internal static class Names
{
    /// <summary>Reports a name that could not be typed on a command line as it is.</summary>
    public static bool Validate(ProblemList problems, Subject subject, string name, Node at)
    {
        if (IsValid(name))
        {
            return true;
        }

        problems.Add(
            Rules.BadName,
            at,
            $"{subject}: {Wording.Quote(name)} cannot be a name. Write letters, digits, '_', '.' and '-', the first one a letter, a digit or '_'.");
        return false;
    }

    /// <summary>True for letters, digits and <c>_</c>, after the first also <c>.</c> and <c>-</c>.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length == 0 || name[0] is '.' or '-')
        {
            return false;
        }

        foreach (var character in name)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
