using System.Collections.Generic;
using FirstTry.Cli.Init.Import.Patterns;

namespace FirstTry.Cli.Init.Import.PreCommit;

internal sealed partial class HookTranslation
{
    private IReadOnlyList<string> FilesOf(ImportedCommand command)
    {
        if (IsForMessage || (hook["always_run"].IsTrue && !command.TakesFiles))
        {
            return [];
        }

        var expression = hook["files"].Text ?? _known?.Files;
        var globs = expression is { Length: > 0 } own ? Chosen(own) : [];
        if (root["files"].Text is { Length: > 0 } general)
        {
            globs = globs.Count == 0 ? Chosen(general) : Both(globs, general);
        }

        var types = TypesOf();
        if (globs.Count > 0 && types.Count == 0 && IsBuiltin && OwnChecks.TypeOf(_id) is { } type)
        {
            // Alone, the check would take its kinds of files by itself.
            Add(types, [type]);
        }

        if (IsBuiltin && _known is { } known && (globs.Count > 0 || known.TakesMore) && !hook.Has("types") && !hook.Has("types_or"))
        {
            Add(types, known.Types);
        }

        return WithScripts(Narrowed(globs, types), command);
    }

    private List<IReadOnlyList<string>> TypesOf()
    {
        var lists = new List<IReadOnlyList<string>>();
        foreach (var tag in hook["types"].Texts())
        {
            Add(lists, [tag]);
        }

        Add(lists, hook["types_or"].Texts());
        if (lists.Count == 0 && IsBuiltin && _known is null && _id.Split('-')[0] is "python" or "rst")
        {
            Add(lists, [_id.Split('-')[0]]);
        }

        if (!IsBuiltin && !hook.Has("types") && !hook.Has("types_or") && _known is not null)
        {
            Add(lists, _known.Types);
        }

        return lists;
    }

    private void Add(List<IReadOnlyList<string>> lists, IReadOnlyList<string> tags)
    {
        var globs = new List<string>();
        foreach (var tag in tags)
        {
            if (FileTypes.IsGeneral(tag))
            {
                _ = tag is "executable" or "symlink" or "non-executable" ? Remember($"the type {tag} is not looked at, only names are") : false;
                return;
            }

            if (FileTypes.Find(tag) is not { } known)
            {
                Remember($"the type {tag} is not known here, so more files are taken");
                return;
            }

            globs.AddRange(known);
        }

        if (globs.Count > 0)
        {
            lists.Add(Distinct(globs));
        }
    }

    private IReadOnlyList<string> Narrowed(IReadOnlyList<string> globs, List<IReadOnlyList<string>> types)
    {
        foreach (var names in types)
        {
            var narrowed = FileTypes.Narrow(globs, names);
            _ = narrowed.IsExact || Remember("more files are taken than by files and types together");
            globs = narrowed.Globs.Count == 0 && globs.Count > 0 ? globs : narrowed.Globs;
        }

        return globs;
    }

    private IReadOnlyList<string> Chosen(string expression)
    {
        var result = RegexGlobs.Including(expression);
        _ = result.IsExact || Inexact("files", expression, "more files are taken");
        return result.Globs;
    }

    // Two expressions that have to hold together: what the narrower one takes is kept.
    private IReadOnlyList<string> Both(IReadOnlyList<string> globs, string general)
    {
        var result = RegexGlobs.Including(general);
        _ = result.Globs.Count == 0 || Inexact("files", general, "the general choice of files is not applied to this hook as well");
        return globs;
    }

    private List<string> ExcludeOf()
    {
        var globs = new List<string>();
        foreach (var expression in (string?[])[hook["exclude"].Text, root["exclude"].Text])
        {
            if (expression is { Length: > 0 } and not "^$")
            {
                var result = RegexGlobs.Excluding(expression);
                _ = result.IsExact || Inexact("exclude", expression, "fewer files are left out");
                globs.AddRange(result.Globs);
            }
        }

        foreach (var tag in hook["exclude_types"].Texts())
        {
            if (FileTypes.Find(tag) is { } names)
            {
                globs.AddRange(names);
            }
            else
            {
                Remember($"the type {tag} is not left out");
            }
        }

        return Distinct(globs);
    }

    private bool Inexact(string key, string expression, string consequence)
    {
        _comments.Add($"{key} was the expression {expression.Trim()}");
        return Remember($"{key} has no equal glob, {consequence}");
    }

    private bool Remember(string note)
    {
        if (!Notes.Contains(note))
        {
            Notes.Add(note);
        }

        return true;
    }

    private static List<string> Distinct(IEnumerable<string> globs)
    {
        var distinct = new List<string>();
        foreach (var glob in globs)
        {
            if (!distinct.Contains(glob))
            {
                distinct.Add(glob);
            }
        }

        return distinct;
    }
}
