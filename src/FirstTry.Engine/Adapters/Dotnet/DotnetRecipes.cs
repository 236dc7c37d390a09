using System;
using System.Text.Json;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>dotnet-build, dotnet-test, dotnet-format, csharpier.</summary>
internal static class DotnetRecipes
{
    // What MSBuild, NuGet and the compiler look for upwards.
    private static readonly string[] Upwards =
    [
        "Directory.{Build,Packages,Solution}.{props,targets,rsp}", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        ".editorconfig", ".globalconfig", "global.json", "nuget.config", "NuGet.config", "NuGet.Config",
    ];

    /// <summary>The recipes.</summary>
    public static AdapterRecipe[] All { get; } =
    [
        new("dotnet-build") { Run = scene => ProjectRun.Of(scene, "build").Command, Choose = scene => ProjectRun.Of(scene, "build"), Parents = Upwards },
        new("dotnet-test") { Run = scene => ProjectRun.Of(scene, "test").Command, Choose = scene => ProjectRun.Of(scene, "test"), Parents = Upwards },
        new("dotnet-format")
        {
            Run = scene => FormatRun.Of(scene).Command,
            Choose = FormatRun.Of,
            Files = ["*.{cs,vb}"],
            // Analyzers see the whole project.
            Inputs = ["*.{cs,vb}", ".editorconfig", ".globalconfig", "*.{csproj,vbproj,sln,slnx,props,targets}", "global.json"],
            Parents = Upwards,
        },
        new("csharpier")
        {
            Run = scene => Command.Exec([.. Csharpier(scene, "check", "--check"), .. scene.Args, "{files}"]),
            Fix = scene => Command.Exec([.. Csharpier(scene, "format", null), .. scene.Args, "{files}"]),
            Files = ["*.{cs,csx}"],
            Inputs = [".csharpierrc", ".csharpierrc.*", ".csharpierignore", ".editorconfig", ".config/dotnet-tools.json"],
            Parents = [".csharpierrc", ".csharpierrc.*", ".csharpierignore", ".editorconfig"],
        },
    ];

    // Version 1 has verbs; before it, checking was an option and formatting was what it did without one.
    private static string[] Csharpier(AdapterScene scene, string verb, string? optionBefore1)
    {
        if (ToolVersion(scene, "csharpier") is not { } version)
        {
            return ["csharpier", verb];
        }

        if (!version.StartsWith("0.", StringComparison.Ordinal))
        {
            return ["dotnet", "csharpier", verb];
        }

        return optionBefore1 is null ? ["dotnet", "csharpier"] : ["dotnet", "csharpier", optionBefore1];
    }

    private static string? ToolVersion(AdapterScene scene, string tool)
    {
        const string Manifest = ".config/dotnet-tools.json";
        if ((scene.ReadUpwards(Manifest) ?? scene.ReadUpwards("dotnet-tools.json")) is not { } text)
        {
            return null;
        }

        try
        {
            using var manifest = JsonDocument.Parse(text);
            return manifest.RootElement.TryGetProperty("tools", out var tools)
                && tools.TryGetProperty(tool, out var entry)
                && entry.TryGetProperty("version", out var version) ? version.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new UsageException($"Check '{scene.Check.Name}': '{Manifest}' cannot be read: {exception.Message}");
        }
    }
}
