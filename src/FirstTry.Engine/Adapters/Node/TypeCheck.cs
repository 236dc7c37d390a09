using System.IO;
using FirstTry.Graph;

namespace FirstTry.Engine.Adapters.Node;

/// <summary>Runs TypeScript's compiler for its findings alone.</summary>
internal static class TypeCheck
{
    /// <summary>The work of a check. A package of a workspace is looked at from there: what it takes in lies beside it.</summary>
    internal static AdapterWork Of(AdapterScene scene)
    {
        var project = scene.SinglePath("tsc");
        var check = scene.Check;
        var hasOwnFiles = check.Files is not null || check.Exclude is not null || check.Inputs is not null || check.ExtraInputs is not null || check.Outputs is not null;
        if (hasOwnFiles || check.Root == "." || (project.Count == 0 && !scene.HasFile("tsconfig.json")) || RootOf(scene) is not { } root)
        {
            return new AdapterWork(Check(scene, NodeProgram.Of(scene, "tsc"), project)) { Outer = OuterReading.Of(scene) };
        }

        var folder = Path.GetRelativePath(root, scene.Folder).Replace('\\', '/');
        var outer = scene.At(Path.GetRelativePath(scene.WorktreeRoot, root).Replace('\\', '/'));
        string[] program = NodeProgram.Of(scene, "tsc") is [var own] && own.Contains('/', System.StringComparison.Ordinal)
            ? [Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(scene.Folder, own))).Replace('\\', '/')]
            : NodeProgram.Of(outer, "tsc");
        return new AdapterWork(Check(scene, program, [project.Count == 1 ? folder + "/" + project[0] : folder])) { Root = outer.Check.Root, Outer = OuterReading.Of(outer) };
    }

    private static Command Check(AdapterScene scene, string[] program, EquatableArray<string> project) => project.Count == 1
        ? Command.Exec([.. program, "--noEmit", "--project", project[0], .. scene.Args])
        : Command.Exec([.. program, "--noEmit", .. scene.Args]);

    // The outermost folder with a package: that is where configs and the other packages lie.
    private static string? RootOf(AdapterScene scene)
    {
        string? root = null;
        foreach (var file in scene.AllUpwards("package.json"))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(scene.Folder, file)))!;
            root = folder == scene.Folder ? root : folder;
        }

        return root;
    }
}
