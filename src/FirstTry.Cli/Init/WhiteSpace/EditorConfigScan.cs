using System.Collections.Generic;

namespace FirstTry.Cli.Init.WhiteSpace;

/// <summary>Proposes to mend white space where <c>.editorconfig</c> asks for it, and nowhere else.</summary>
internal static class EditorConfigScan
{
    private const string FileName = ".editorconfig";

    /// <summary>The checks that follow from the files of the repository.</summary>
    public static IEnumerable<ProposedCheck> Find(SourceTree tree)
    {
        if (Propose(tree, "trim_trailing_whitespace", "trailing-whitespace", "No white space at the ends of lines, as .editorconfig says") is { } space)
        {
            yield return space;
        }

        if (Propose(tree, "insert_final_newline", "end-of-file", "Files end with one line end, as .editorconfig says") is { } end)
        {
            yield return end;
        }
    }

    private static ProposedCheck? Propose(SourceTree tree, string property, string check, string description)
    {
        var wishes = new EditorConfigWishes(property);
        foreach (var folder in tree.Folders)
        {
            if (tree.Has(folder, FileName))
            {
                wishes.Add(folder, tree.TextOf(folder, FileName));
            }
        }

        return wishes is { AreClear: true, IsAny: true } && UntouchableFiles.Find(tree, wishes.ToGlobs()) is { } untouchable
            ? new ProposedCheck(check, check, description) { Files = wishes.Files, Exclude = [.. wishes.Exclude, .. untouchable] }
            : null;
    }
}
