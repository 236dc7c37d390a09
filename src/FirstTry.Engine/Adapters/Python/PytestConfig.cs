using System;
using System.IO;
using System.Text;

namespace FirstTry.Engine.Adapters.Python;

/// <summary>The files in which pytest is set up, of every spelling.</summary>
internal static class PytestConfig
{
    /// <summary>Their names.</summary>
    internal static string[] Names { get; } = ["pytest.ini", ".pytest.ini", "pytest.toml", ".pytest.toml", "pyproject.toml", "tox.ini", "setup.cfg", "setup.py"];

    /// <summary>What they say to pytest, in the folder of a check and above it, one after the other; what cannot be read says nothing.</summary>
    internal static string TextOf(AdapterScene scene)
    {
        var text = new StringBuilder();
        Visit(scene, (name, content) => AppendWhatPytestReads(name, content, text));
        return text.ToString();
    }

    /// <summary>True when the project may install programs of its own.</summary>
    internal static bool DefinesPrograms(AdapterScene scene)
    {
        var defines = false;
        Visit(scene, (_, content) => defines |= content.Contains("scripts", StringComparison.Ordinal) || content.Contains("entry_points", StringComparison.Ordinal));
        return defines;
    }

    private static void Visit(AdapterScene scene, Action<string, string> visit)
    {
        foreach (var name in Names)
        {
            foreach (var file in scene.AllUpwards(name))
            {
                try
                {
                    visit(name, File.ReadAllText(Path.Combine(scene.Folder, file)));
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Pytest complains about it.
                }
            }
        }
    }

    // The tables of other tools are no matter of pytest, except where a project is a plugin of it.
    private static void AppendWhatPytestReads(string name, string content, StringBuilder text)
    {
        if (name.Contains("pytest", StringComparison.Ordinal) || name == "setup.py" || content.Contains("pytest11", StringComparison.Ordinal))
        {
            text.Append(content).Append('\n');
            return;
        }

        var isOfPytest = false;
        foreach (var line in content.Split('\n'))
        {
            isOfPytest = IsHeader(line) ? line.Contains("pytest", StringComparison.Ordinal) || line.Trim() == "[tool]" : isOfPytest;
            if (isOfPytest || line.Contains("ini_options", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
            }
        }
    }

    // A line that is not surely a header belongs to the table before it.
    private static bool IsHeader(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return line.StartsWith('[') && trimmed.EndsWith("]") && !trimmed.ContainsAny("\"',=");
    }

    /// <summary>True for a file that decides how tests are found and what is installed for them.</summary>
    internal static bool IsOne(string path) => Array.IndexOf(Names, path[(path.LastIndexOf('/') + 1)..]) >= 0;
}
