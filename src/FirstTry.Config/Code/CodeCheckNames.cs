using System;
using System.Collections.Generic;
using FirstTry.Config.Binding;
using FirstTry.Config.Problems;
using FirstTry.Graph;

namespace FirstTry.Config.Code;

/// <summary>The names of the checks written in C#, read when a config first asks for one: most never do.</summary>
/// <param name="read">Gets the sources.</param>
internal sealed class CodeCheckNames(Func<IReadOnlyList<ConfigSource>> read)
{
    private List<string>? _names;

    /// <summary>The names; what is wrong with one of them is reported.</summary>
    public IReadOnlyList<string> Of(ProblemList problems) => _names ??= Collect(problems);

    private List<string> Collect(ProblemList problems)
    {
        var names = new List<string>();
        foreach (var source in read())
        {
            if (source.Obstacle is { } obstacle)
            {
                problems.Add(Rules.NotUtf8, source, obstacle.Span, obstacle.Message);
            }

            foreach (var found in AttributeScan.Find(source))
            {
                Take(found, names, problems);
            }
        }

        return names;
    }

    private static void Take(CodeCheckName found, List<string> names, ProblemList problems)
    {
        var name = Wording.Quote(found.Name);
        if (!Names.IsValid(found.Name))
        {
            problems.Add(
                Rules.BadName,
                found.Source,
                found.Span,
                $"[Check]: {name} cannot be a name. Write letters, digits, '_', '.' and '-', the first one a letter, a digit or '_'.");
        }
        else if (AdapterCatalog.Find(found.Name) is not null)
        {
            problems.Add(Rules.DuplicateCodeCheck, found.Source, found.Span, $"[Check]: {name} is an adapter or a built-in check already. Take another name.");
        }
        else if (names.Contains(found.Name))
        {
            problems.Add(Rules.DuplicateCodeCheck, found.Source, found.Span, $"[Check]: {name} is the name of another check written in C#. Rename one of them.");
        }
        else
        {
            names.Add(found.Name);
        }
    }
}
