using System;
using System.Text.Json;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Dotnet;

/// <summary>What the nearest <c>global.json</c> says about testing.</summary>
internal static class GlobalJson
{
    /// <summary>True when <c>dotnet test</c> drives Microsoft.Testing.Platform, which takes projects by options and not by place.</summary>
    /// <exception cref="UsageException">The file is no JSON.</exception>
    internal static bool UsesTestingPlatform(AdapterScene scene)
    {
        if (scene.ReadUpwards("global.json") is not { } text)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("test", out var test)
                && test.ValueKind == JsonValueKind.Object
                && test.TryGetProperty("runner", out var runner)
                && string.Equals(runner.ToString(), "Microsoft.Testing.Platform", StringComparison.OrdinalIgnoreCase);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"Check '{scene.Check.Name}': 'global.json' cannot be read: {exception.Message}");
        }
    }
}
