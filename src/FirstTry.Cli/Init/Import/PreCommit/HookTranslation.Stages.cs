using System.Collections.Generic;
using System.Linq;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.PreCommit;

internal sealed partial class HookTranslation
{
    /// <summary>The hooks of git that run it; <c>manual</c> for one that only runs when it is asked for.</summary>
    public IReadOnlyList<string> HooksOf()
    {
        if (!hook.Has("stages") && _known?.Stage is { } several && several.Contains(' ', System.StringComparison.Ordinal))
        {
            // Made for hooks that are rare: it ran where pre-commit was installed for them.
            var installed = several.Split(' ').Where(stage => root["default_install_hook_types"].Texts().Contains(stage)).ToList();
            return installed.Count > 0 ? installed : ["manual"];
        }

        var own = hook.Has("stages") ? hook["stages"].Texts() : _known?.Stage is { } stage ? [stage] : _id is "conventional-pre-commit" ? ["commit-msg"] : [];
        var hooks = (own.Count > 0 ? own : ByDefault()).Select(NameOf).Where(name => HookNames.IsKnown(name) || name == "manual").Distinct().ToList();
        return hooks.Count > 0 ? hooks : ["pre-commit"];
    }

    // The stages of a hook that names none are all those that pre-commit was installed for. Most of them have no files, and then only what always runs does anything.
    private IEnumerable<string> ByDefault()
    {
        var stages = root["default_stages"].Texts().Select(NameOf).ToList();
        var installed = root["default_install_hook_types"].Texts().Select(NameOf).ToList();
        var both = (installed.Count > 0 ? installed : ["pre-commit"]).Where(name => stages.Count == 0 || stages.Contains(name)).ToList();
        return (both.Count > 0 ? both : stages).Where(name => name is "pre-commit" or "pre-push" or "pre-merge-commit" or "manual" || hook["always_run"].IsTrue);
    }

    private static string NameOf(string stage) => stage switch { "commit" => "pre-commit", "push" => "pre-push", "merge-commit" => "pre-merge-commit", _ => stage };
}
