using System;
using System.Collections.Generic;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>Modules that look at no files by themselves: whatever else is imported may, given a folder.</summary>
internal static class HarmlessModules
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "__future__", "abc", "array", "base64", "binascii", "bisect", "builtins", "calendar", "cmath", "collections", "colorsys", "contextlib", "contextvars", "copy",
        "dataclasses", "datetime", "decimal", "difflib", "enum", "fractions", "functools", "gc", "graphlib", "hashlib", "heapq", "hmac", "html", "itertools", "json",
        "keyword", "math", "numbers", "operator", "pickle", "platform", "pprint", "queue", "random", "re", "reprlib", "secrets", "statistics", "string", "struct", "sys",
        "sysconfig", "textwrap", "threading", "time", "types", "typing", "unicodedata", "unittest", "uuid", "warnings", "weakref", "zlib", "zoneinfo",
        "hypothesis", "mock", "pretend", "pytest", "typing_extensions",
    };

    /// <summary>True when a source imports nothing else but what the project itself has.</summary>
    /// <param name="isOwn">Whether a module is one of the project.</param>
    internal static bool AreAll(string text, Predicate<string> isOwn)
    {
        foreach (var line in text.Split('\n', ';', ':'))
        {
            var words = line.AsSpan().Trim();
            if (words.StartsWith("from "))
            {
                var root = RootOf(words[5..]);
                if (root.Length > 0 && words.Contains(" import", StringComparison.Ordinal) && !IsKnown(root, isOwn))
                {
                    return false;
                }
            }
            else if (words.StartsWith("import ") && (words.EndsWith("\\") || !AreKnown(words[7..], isOwn)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreKnown(ReadOnlySpan<char> names, Predicate<string> isOwn)
    {
        foreach (var range in names.Split(','))
        {
            if (!IsKnown(RootOf(names[range]), isOwn))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKnown(string root, Predicate<string> isOwn) => Names.Contains(root) || isOwn(root);

    // Empty for a relative import.
    private static string RootOf(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        var end = name.IndexOfAny(". \t");
        return (end < 0 ? name : name[..end]).ToString();
    }
}
