using System.IO;
using FirstTry.Graph;

namespace FirstTry.Cli.Build;

/// <summary>What a runner is compiled from, besides the config: the assemblies of this very program and the generator, beside its executable.</summary>
internal static class RunnerKit
{
    private const string FolderName = "runner-kit";

    /// <summary>The folder of the kit.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Find(string? program)
    {
        if (program is not null)
        {
            // What is installed may be a link to where the program lies.
            var file = File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program;
            var folder = Path.Combine(Path.GetDirectoryName(file)!, FolderName);
            if (File.Exists(Path.Combine(folder, "FirstTry.Native.props")))
            {
                return folder;
            }
        }

        throw new UsageException(
            $"the folder '{FolderName}', which a runner is compiled from, does not lie beside {program ?? "this program"}. Install firsttry whole. Until then the hooks run firsttry itself, as before.");
    }
}
