using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Reaching;

/// <summary>What the files of one part of a repository speak of beyond its folder: other parts by name, other folders by paths, kinds of files by words.</summary>
internal sealed class Reach(string folder)
{
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Names of other parts that it depends on.</summary>
    internal IReadOnlySet<string> Names => _names;

    /// <summary>Those of the words asked for that occur.</summary>
    internal IReadOnlySet<string> Words => _words;

    /// <summary>True when it may read a file outside of it, by what its own files say.</summary>
    internal bool Covers(string path)
    {
        foreach (var place in _places)
        {
            if (IsIn(path, place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a path is this place, or lies in it; a place may leave out the ending of a file, and an empty one holds everything.</summary>
    internal static bool IsIn(string path, string place) =>
        place.Length == 0 || (path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '/' or '.'));

    /// <summary>The places outside of its folder, in order; one that is empty stands for all of them.</summary>
    internal EquatableArray<string> Places
    {
        get
        {
            if (IsEverything)
            {
                return [""];
            }

            var places = new List<string>(_places);
            places.Sort(StringComparer.Ordinal);
            return [.. places];
        }
    }

    /// <summary>True when it may read any file.</summary>
    internal bool IsEverything => _places.Contains("");

    /// <summary>True when something in the folder, or a folder that it lies in, may be read.</summary>
    internal bool Touches(string folder)
    {
        if (folder.Length == 0)
        {
            return _places.Count > 0;
        }

        foreach (var place in _places)
        {
            if (place.Length == 0 || place == folder || place.StartsWith(folder + "/", StringComparison.Ordinal) || folder.StartsWith(place + "/", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes the name of another part.</summary>
    internal void AddName(string name) => _names.Add(name);

    /// <summary>Notes a word that was asked for.</summary>
    internal void AddWord(string word) => _words.Add(word);

    /// <summary>Notes a place outside of its folder; null, for one that no change could meet, is left out.</summary>
    internal void AddPlace(string? place)
    {
        if (place is not null && place != folder && !place.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            _places.Add(place);
        }
    }

    /// <summary>A relative path from a folder on, both below the same root; null when it leaves that.</summary>
    internal static string? Combine(string folder, string relative)
    {
        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                {
                    return null;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
