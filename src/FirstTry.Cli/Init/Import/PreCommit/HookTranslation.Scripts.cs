using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using FirstTry.Cli.Init.Import.Patterns;

namespace FirstTry.Cli.Init.Import.PreCommit;

internal sealed partial class HookTranslation
{
    // pre-commit asks the first line of a script what it is. Here names tell, so those that there are get named.
    private IReadOnlyList<string> WithScripts(IReadOnlyList<string> globs, ImportedCommand command)
    {
        var kinds = KindsOf();
        if (kinds.Count == 0)
        {
            return globs;
        }

        var named = new List<string>();
        foreach (var script in scripts)
        {
            if (kinds.TrueForAll(tags => tags.Any(tag => tag is "text" or "file" or "executable" || script.Tags.Contains(tag))) && IsChosen(script.Path))
            {
                var isAny = script.Glob is not null && !hook.Has("files") && !root.Has("files") && _known?.Files is null;
                named.Add(isAny ? script.Glob! : script.Path.Contains('/', StringComparison.Ordinal) ? script.Path : "./" + script.Path);
            }
        }

        // Without kinds of its own an adapter takes those of its tool.
        var own = globs.Count == 0 && command.Uses is not null ? Distinct(kinds.SelectMany(tags => tags.SelectMany(tag => FileTypes.Find(tag) ?? []))) : globs;
        if (named.Count == 0 || own.Count == 0)
        {
            return globs;
        }

        _ = !scripts.Any(script => script.Glob is null && named.Exists(name => name == script.Path || name == "./" + script.Path)) || Comment("Scripts without an extension are named one by one: add those that come later.");
        return Distinct([.. own, .. named]);
    }

    private List<IReadOnlyList<string>> KindsOf()
    {
        var kinds = hook["types"].Texts().Select(tag => (IReadOnlyList<string>)[tag]).ToList();
        if (hook["types_or"].Texts() is { Count: > 0 } either)
        {
            kinds.Add(either);
        }

        if (kinds.Count == 0 && _known is { Types.Count: > 0 })
        {
            kinds.Add(_known.Types);
        }

        return kinds.TrueForAll(tags => tags.All(FileTypes.IsGeneral)) ? [] : kinds;
    }

    private bool IsChosen(string path)
    {
        foreach (var expression in (string?[])[hook["files"].Text ?? _known?.Files, root["files"].Text])
        {
            if (expression is { Length: > 0 } && IsPattern(expression) && !Regex.IsMatch(path, expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))
            {
                return false;
            }
        }

        return true;
    }
}
