using System;
using System.Collections.Generic;
using System.IO;
using FirstTry.Config.Reading;
using FirstTry.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FirstTry.Generators.Reading;

/// <summary>
/// Reads the names of checks, profiles and hooks from a config with errors, as far as it can be read. Code that says
/// <c>Checks.Ruff</c> then still compiles, and the error in the config is the only one its author sees.
/// </summary>
internal sealed class GraphOutline
{
    private readonly List<string> _checks = [];
    private readonly List<string> _profiles = [];
    private readonly List<string> _hooks = [];
    private readonly HashSet<(List<string> Section, string Name)> _seen = [];
    private List<string>? _section;
    private int _depth;
    private bool _isKey;

    private GraphOutline()
    {
    }

    /// <summary>A graph of names; empty when not even these can be read.</summary>
    public static CheckGraph Read(string text)
    {
        var outline = new GraphOutline();
        try
        {
            outline.Walk(new Parser(new SteadyScanner(new StringReader(text))));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The names before the place that cannot be read are all there is; the problem itself is the parser's to report.
            // Not only YamlException: the library throws others where its own lookahead is in a state that it does not expect.
        }

        return outline.ToGraph();
    }

    private void Walk(Parser parser)
    {
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    _depth++;
                    _isKey = true;
                    break;
                case MappingEnd or SequenceEnd:
                    _depth--;
                    _isKey = true;
                    break;
                case Scalar scalar when _isKey:
                    ReadKey(scalar.Value);
                    _isKey = false;
                    break;
                case Scalar or AnchorAlias:
                    _isKey = true;
                    break;
            }
        }
    }

    private void ReadKey(string key)
    {
        if (_depth == 1)
        {
            _section = SectionOf(key);
        }
        else if (_depth == 2 && _section is not null && IsName(key) && _seen.Add((_section, key)))
        {
            _section.Add(key);
        }
    }

    private List<string>? SectionOf(string key) => key switch
    {
        "checks" => _checks,
        "profiles" => _profiles,
        "hooks" => _hooks,
        _ => null,
    };

    private static bool IsName(string text)
    {
        foreach (var character in text)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    private CheckGraph ToGraph() => new()
    {
        Checks = EquatableArray.Create(_checks.ConvertAll(name => new Check(name)).ToArray()),
        Profiles = EquatableArray.Create(_profiles.ConvertAll(name => new Profile(name)).ToArray()),
        Hooks = EquatableArray.Create(_hooks.ConvertAll(name => new Hook(name, new Profile(null))).ToArray()),
    };
}
