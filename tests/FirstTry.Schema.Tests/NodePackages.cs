using System;
using System.IO;
using System.Security.Cryptography;
using FirstTry.Testing;

namespace FirstTry.Schema.Tests;

/// <summary>The packages of package-lock.json, installed once for each content of that file, below artifacts/.</summary>
internal static class NodePackages
{
    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>The directory that holds <c>node_modules</c>.</summary>
    public static string Directory => Installed.Value;

    private static string Install()
    {
        var lockFile = Path.Combine(SourceTree.TestProject, "package-lock.json");
        var key = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(lockFile)))[..16];
        var directory = Path.Combine(SourceTree.Root, "artifacts", "node", key);
        if (System.IO.Directory.Exists(directory))
        {
            return directory;
        }

        var unfinished = $"{directory}-{Guid.NewGuid():n}";
        System.IO.Directory.CreateDirectory(unfinished);
        File.Copy(lockFile, Path.Combine(unfinished, "package-lock.json"));
        File.Copy(Path.Combine(SourceTree.TestProject, "package.json"), Path.Combine(unfinished, "package.json"));
        var result = CommandLine.Run(unfinished, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]);
        Assert.True(result.ExitCode == 0, $"npm ci: {result}");
        return Publish(unfinished, directory);
    }

    // Another test process may have been first; its packages are the same.
    private static string Publish(string unfinished, string directory)
    {
        try
        {
            System.IO.Directory.Move(unfinished, directory);
        }
        catch (IOException) when (System.IO.Directory.Exists(directory))
        {
            System.IO.Directory.Delete(unfinished, recursive: true);
        }

        return directory;
    }
}
