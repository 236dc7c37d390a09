using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using FirstTry.Config;
using Scriban;
using Scriban.Runtime;

namespace FirstTry.Cli.Build;

/// <summary>Writes the project that a runner is compiled from: the templates of templates/runner, and the config as it was read.</summary>
internal static class RunnerProject
{
    private const string ProjectFile = RunnerProgram.FileName + ".csproj";

    // Whatever the repository pins for its own builds: any SDK from 10 on will do.
    private const string AnySdk = """
        { "sdk": { "version": "10.0.100", "rollForward": "latestMajor", "allowPrerelease": true } }

        """;

    /// <summary>Writes all of it; what is there already in the same bytes keeps its time, so that the build stays short.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="kit">See <see cref="RunnerKit"/>.</param>
    public static void Write(string folder, string kit, RunnerSource source)
    {
        var origin = source.Origin;
        RemoveConfigs(folder, origin);
        WriteFile(folder, origin.Config, source.Config);
        if (origin.Local is { } local)
        {
            WriteFile(folder, local, source.Local);
        }

        WriteCode(folder, source.Code);
        var values = new ScriptObject();
        values.SetValue("kit", Escape(kit), readOnly: true);
        values.SetValue("name", RunnerProgram.FileName, readOnly: true);
        values.SetValue("config", origin.Config, readOnly: true);
        values.SetValue("local", origin.Local, readOnly: true);
        WriteText(folder, ProjectFile, Render(ProjectFile, values));
        WriteText(folder, "Origin.cs", Render("Origin.cs", Literals(origin, source.Config)));
        WriteText(folder, "global.json", AnySdk);
    }

    /// <summary>What the compiler says, about the files that people know: those of the project are copies.</summary>
    public static byte[] WithOwnPaths(string folder, byte[] output) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(output).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));

    private static void WriteCode(string folder, SortedDictionary<string, byte[]> code)
    {
        foreach (var path in CodeFiles.In(folder))
        {
            if (!code.ContainsKey(path))
            {
                File.Delete(Path.Combine(folder, path));
            }
        }

        Directory.CreateDirectory(Path.Combine(folder, ConfigParser.CodeFolder));
        foreach (var (path, content) in code)
        {
            WriteFile(folder, path, content);
        }
    }

    private static ScriptObject Literals(RunnerOrigin origin, byte[] config)
    {
        var values = new ScriptObject();
        values.SetValue("config", Literal(origin.Config), readOnly: true);
        values.SetValue("config_bytes", string.Join(',', config), readOnly: true);
        values.SetValue("config_digest", Literal(origin.ConfigDigest), readOnly: true);
        values.SetValue("local", Literal(origin.Local), readOnly: true);
        values.SetValue("local_digest", Literal(origin.LocalDigest), readOnly: true);
        values.SetValue("code_digest", Literal(origin.CodeDigest), readOnly: true);
        values.SetValue("program", Literal(origin.Program), readOnly: true);
        values.SetValue("program_size", origin.ProgramSize, readOnly: true);
        values.SetValue("program_time", origin.ProgramTime, readOnly: true);
        return values;
    }

    private static string Literal(string? text) => text is null ? "null" : $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // MSBuild reads %, $, @, ; and the wildcards of a path as its own, and XML has its own on top.
    private static string Escape(string path)
    {
        var escaped = new StringBuilder();
        foreach (var character in path)
        {
            escaped.Append(character switch
            {
                '%' or '$' or '@' or ';' or '*' or '?' or '\'' or '(' or ')' => $"%{(int)character:X2}",
                '&' => "&amp;",
                '<' => "&lt;",
                '"' => "&quot;",
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static string Render(string name, ScriptObject values)
    {
        var resource = $"runner/{name}.scriban";
        var context = new TemplateContext { StrictVariables = true, NewLine = "\n" };
        context.PushGlobal(values);
        return Template.Parse(Resources.Read(resource), "templates/" + resource).Render(context);
    }

    private static void RemoveConfigs(string folder, RunnerOrigin origin)
    {
        foreach (var name in (string[])["firsttry.yml", "firsttry.yaml", "firsttry.local.yml", "firsttry.local.yaml"])
        {
            if (name != origin.Config && name != origin.Local)
            {
                File.Delete(Path.Combine(folder, name));
            }
        }
    }

    private static void WriteText(string folder, string name, string text) => WriteFile(folder, name, Encoding.UTF8.GetBytes(text));

    private static void WriteFile(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
        {
            File.WriteAllBytes(path, content);
        }
    }
}
