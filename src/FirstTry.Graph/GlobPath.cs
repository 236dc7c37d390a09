using System.Text;

namespace FirstTry.Graph;

/// <summary>Brings the path of a pattern into git's form: no empty segment, no <c>.</c>.</summary>
internal static class GlobPath
{
    /// <summary>The pattern without <c>./</c> and doubled slashes; empty for the root itself.</summary>
    /// <exception cref="GlobException">The pattern is empty, leaves the repository, or ends where no file can.</exception>
    public static string Normalize(string pattern, GlobScope scope)
    {
        CheckFilled(pattern);
        var isAbsolute = pattern[0] == '/';
        if (isAbsolute && scope == GlobScope.Repository)
        {
            throw new GlobException($"A pattern cannot start with '/': it is relative already. Write '.{pattern}' for the top directory alone.");
        }

        var path = JoinSegments(pattern, isAbsolute);
        if (path.Length > 0 && path[path.Length - 1] == '/' && !GlobSteps.IsPlainText(path))
        {
            throw new GlobException($"Only directories end in '/', and patterns are compared with files. Write '{path}**' for all files below.");
        }

        return path;
    }

    /// <summary>The pattern as it is, when it can match the name of a branch or ref.</summary>
    /// <exception cref="GlobException">The pattern is empty, or starts or ends with a slash.</exception>
    public static string CheckName(string pattern)
    {
        CheckFilled(pattern);
        if (pattern[0] == '/')
        {
            throw new GlobException("No name starts with '/'. Remove it.");
        }

        return pattern[pattern.Length - 1] == '/'
            ? throw new GlobException($"No name ends in '/'. Write '{pattern}**' for all names that start so.")
            : pattern;
    }

    private static string JoinSegments(string pattern, bool isAbsolute)
    {
        var path = new StringBuilder(isAbsolute ? "/" : "");
        var segments = pattern.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            switch (segments[i])
            {
                case "" or ".":
                    break;
                case "..":
                    throw new GlobException("A pattern cannot go up with '..'. Start at the directory that the paths are relative to, or set 'root'.");
                default:
                    path.Append(segments[i]);
                    path.Append(i + 1 < segments.Length ? "/" : "");
                    break;
            }
        }

        return path.ToString();
    }

    private static void CheckFilled(string pattern)
    {
        if (pattern.Length == 0)
        {
            throw new GlobException("The pattern is empty. Write '**' for everything, or remove it.");
        }
    }
}
