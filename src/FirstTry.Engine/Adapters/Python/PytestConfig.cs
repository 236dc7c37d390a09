using System;
using System.IO;
using System.Text;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>The files in which pytest is set up, of every spelling.</summary>
internal static class PytestConfig
{
    private static readonly string[] Names = ["pytest.ini", ".pytest.ini", "pytest.toml", ".pytest.toml", "pyproject.toml", "tox.ini", "setup.cfg", "setup.py"];

    /// <summary>The texts of all of them, in the folder of a check and above it, one after the other; what cannot be read says nothing.</summary>
    internal static string TextOf(AdapterScene scene)
    {
        var text = new StringBuilder();
        foreach (var name in Names)
        {
            foreach (var file in scene.AllUpwards(name))
            {
                try
                {
                    text.Append(File.ReadAllText(Path.Combine(scene.Folder, file))).Append('\n');
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Pytest complains about it.
                }
            }
        }

        return text.ToString();
    }

    /// <summary>True for a file that decides how tests are found and what is installed for them.</summary>
    internal static bool IsOne(string path) => Array.IndexOf(Names, path[(path.LastIndexOf('/') + 1)..]) >= 0;
}
