using System.Collections.Generic;
using System.Globalization;
using FirstTry.Graph;

namespace FirstTry.Engine.Running;

/// <summary>Names files in a sentence.</summary>
internal static class FileNames
{
    private const int MostNamed = 3;

    /// <summary>"a.py", "a.py, b.py", "a.py, b.py, c.py and 4 more".</summary>
    internal static string Of(IReadOnlyList<RepoPath> files)
    {
        var text = "";
        for (var i = 0; i < files.Count && i < MostNamed; i++)
        {
            text += (i == 0 ? "" : ", ") + files[i];
        }

        return files.Count <= MostNamed
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{text} and {files.Count - MostNamed} more");
    }
}
