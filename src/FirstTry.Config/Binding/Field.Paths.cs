using System.Collections.Generic;
using FirstTry.Config.Problems;
using FirstTry.Config.Reading;

namespace FirstTry.Config.Binding;

internal readonly partial struct Field
{
    /// <summary>A directory of the repository, without <c>.</c> segments and doubled or final slashes; <c>.</c> is the root.</summary>
    public string? ReadDirectory()
    {
        if (ReadFilledText() is not { } path || !IsInside(path, Value))
        {
            return null;
        }

        if (path.Contains('\\'))
        {
            Problems.Add(Rules.PathOutside, Value, $"{Start} is no path of the repository: {Wording.Quote(path)}. Write '/' between its parts.");
            return null;
        }

        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return segments.Count == 0 ? "." : string.Join("/", segments);
    }

    private bool IsInside(string path, Node at)
    {
        if (IsAbsolute(path))
        {
            var wayOut = Key is "inputs" or "files" ? " Files elsewhere belong in 'extra_inputs'." : "";
            Problems.Add(
                Rules.PathOutside,
                at,
                $"{Start} leaves the repository: {Wording.Quote(path)} is absolute. Write it relative to the repository or to 'root'.{wayOut}");
            return false;
        }

        return HasNoParent(path, at);
    }

    private bool HasNoParent(string path, Node at)
    {
        if (!LeadsUpwards(path))
        {
            return true;
        }

        Problems.Add(
            Rules.PathOutside,
            at,
            $"{Start} leaves the repository: {Wording.Quote(path)} has a '..'. Write it from the repository root, or from 'root', downwards.");
        return false;
    }

    private static bool IsAbsolute(string path) =>
        path[0] == '/'
        || path == "~"
        || (path.Length > 1 && path[0] == '~' && path[1] == '/')
        || (path.Length > 1 && path[1] == ':' && path[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));

    /// <summary>True when a segment is <c>..</c>, also as one alternative of <c>{a,b}</c>.</summary>
    private static bool LeadsUpwards(string path)
    {
        for (var i = path.IndexOf("..", System.StringComparison.Ordinal); i >= 0; i = path.IndexOf("..", i + 1, System.StringComparison.Ordinal))
        {
            var startsSegment = i == 0 || path[i - 1] is '/' or '\\' or '{' or ',';
            var endsSegment = i + 2 == path.Length || path[i + 2] is '/' or '\\' or '}' or ',';
            if (startsSegment && endsSegment)
            {
                return true;
            }
        }

        return false;
    }
}
