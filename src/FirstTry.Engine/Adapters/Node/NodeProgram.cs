using System;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>Finds tools that are installed as packages.</summary>
internal static class NodeProgram
{
    /// <summary>The start of a command that runs a tool of the package: its own before that of the machine.</summary>
    internal static string[] Of(AdapterScene scene, string tool)
    {
        var name = OperatingSystem.IsWindows() ? tool + ".cmd" : tool;
        if (scene.FindUpwards("node_modules/.bin/" + name) is { } own)
        {
            return [own];
        }

        // Yarn's Plug'n'Play has no folder of programs.
        return scene.FindUpwards(".pnp.cjs") is null ? [tool] : ["yarn", "run", tool];
    }
}
