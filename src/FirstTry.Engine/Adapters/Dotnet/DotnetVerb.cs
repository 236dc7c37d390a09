using System;
using System.Collections.Generic;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>A verb of <c>dotnet</c> that works on a solution or on projects, with its arguments.</summary>
/// <param name="Name"><c>build</c> or <c>test</c>.</param>
/// <param name="TakesOptions">True when projects are named by options.</param>
/// <param name="Arguments">What follows.</param>
internal sealed record DotnetVerb(string Name, bool TakesOptions, IReadOnlyList<string> Arguments)
{
    // What decides how something is built, and is the same for all verbs.
    private static readonly string[] WithValue = ["-c", "--configuration", "-f", "--framework", "-r", "--runtime", "-a", "--arch", "--os"];
    private static readonly string[] Attached = ["-p:", "/p:", "--property:", "-c:", "--configuration=", "-f:", "--framework=", "-r:", "--runtime="];

    /// <summary>True when the arguments could make a restore come to something else.</summary>
    internal bool ChangesRestore
    {
        get
        {
            foreach (var argument in Arguments)
            {
                var name = argument.TrimStart('-', '/');
                if (name.StartsWith('p') || name is "r" or "a" or "arch" or "os" || name.Contains("runtime", StringComparison.Ordinal) || name.Contains("restore", StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>True when what is there is run, and nothing built.</summary>
    internal bool IsWithoutBuild => Contains("--no-build");

    /// <summary>The command for a solution or project; null for the one in the working directory.</summary>
    /// <param name="isRestored">True when there is nothing to restore.</param>
    /// <param name="isFresh">True to build everything anew before.</param>
    internal Command On(string? target, bool isRestored, bool isFresh) => isFresh && Name == "test"
        ? OnEach(target is null ? [] : [target], isRestored, isFresh)
        : Command.Exec(["dotnet", Name, .. target is null ? [] : TakesOptions ? [OptionFor(target), target] : (string[])[target], .. Options(isRestored, isFresh), .. Arguments]);

    /// <summary>The command for several projects: one after the other, the rest also after one failed.</summary>
    internal Command OnEach(IReadOnlyList<string> projects, bool isRestored, bool isFresh)
    {
        if (projects.Count == 1 && !(isFresh && Name == "test"))
        {
            return On(projects[0], isRestored, isFresh);
        }

        var options = string.Join(' ', Options(isRestored, isFresh).ConvertAll(Quoted)) + Rest(Arguments);
        var option = TakesOptions ? (projects.Count == 1 && SolutionFile.IsOne(projects[0]) ? "--solution " : "--project ") : "";
        var verb = $"dotnet {Name} {option}\"$project\" {options}".TrimEnd();
        if (isFresh && Name == "test")
        {
            verb = $"dotnet build \"$project\" --no-incremental --nologo{Rest(OfBuild())} && {verb}";
        }

        return projects.Count == 0
            ? Command.Exec("sh", "-c", verb.Replace($" {option}\"$project\"", "", StringComparison.Ordinal).Replace(" \"$project\"", "", StringComparison.Ordinal), "sh")
            : Command.Exec(["sh", "-c", $"code=0; for project do {verb} || code=1; done; exit $code", "sh", .. projects]);
    }

    private List<string> Options(bool isRestored, bool isFresh)
    {
        var options = new List<string>();
        if (Name == "build")
        {
            options.Add("--nologo");
            options.AddRange(isFresh && !Contains("--no-incremental") ? ["--no-incremental"] : []);
        }

        options.AddRange(isRestored && !Contains("--no-restore") && !IsWithoutBuild ? ["--no-restore"] : []);
        return options;
    }

    private List<string> OfBuild()
    {
        var arguments = new List<string>();
        for (var i = 0; i < Arguments.Count; i++)
        {
            if (Array.Exists(Attached, prefix => Arguments[i].StartsWith(prefix, StringComparison.Ordinal)))
            {
                arguments.Add(Arguments[i]);
            }
            else if (Array.IndexOf(WithValue, Arguments[i]) >= 0 && i + 1 < Arguments.Count)
            {
                arguments.AddRange([Arguments[i], Arguments[++i]]);
            }
        }

        return arguments;
    }

    private bool Contains(string argument)
    {
        foreach (var candidate in Arguments)
        {
            if (candidate == argument)
            {
                return true;
            }
        }

        return false;
    }

    private static string OptionFor(string target) => SolutionFile.IsOne(target) ? "--solution" : "--project";

    // Arguments are of the config, whose commands are text for a shell anyway; what a repository calls its projects is never read as such.
    private static string Rest(IReadOnlyList<string> arguments)
    {
        var rest = "";
        foreach (var argument in arguments)
        {
            rest += " " + Quoted(argument);
        }

        return rest;
    }

    private static string Quoted(string argument) => "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
