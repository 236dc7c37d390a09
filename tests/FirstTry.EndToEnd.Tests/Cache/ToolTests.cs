using System;
using System.IO;

namespace FirstTry.EndToEnd.Tests.Cache;

/// <summary>Programs are known by what they are, not by their name, size or version.</summary>
public sealed class ToolTests
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public void A_tool_replaced_by_one_of_the_same_size_and_version_runs_the_check()
    {
        using var scene = Scene("""  lint: { run: [mylint], inputs: ["src/**"] }""");
        Tool(scene, "tools", "mylint", "echo x >> ../lint.ran; exit 0");
        scene.Misses();
        scene.Hits();

        Tool(scene, "tools", "mylint", "echo x >> ../lint.ran; exit 1");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void The_first_program_of_the_path_is_the_one_that_counts()
    {
        using var scene = Scene("""  lint: { run: [mylint], inputs: ["src/**"] }""");
        Tool(scene, "tools", "mylint", "echo x >> ../lint.ran; exit 0");
        Tool(scene, "others", "mylint", "echo x >> ../lint.ran; exit 1");
        scene.Misses();

        scene.Environment["PATH"] = Path.Combine(scene.Outside, "others") + ":" + scene.Environment["PATH"];

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_folder_on_the_path_that_has_no_such_program_does_not_matter()
    {
        using var scene = Scene("""  lint: { run: [mylint], inputs: ["src/**"] }""");
        Tool(scene, "tools", "mylint", "echo x >> ../lint.ran; exit 0");
        Directory.CreateDirectory(Path.Combine(scene.Outside, "empty"));
        var key = scene.Misses().GetProperty("fingerprint").GetString();

        scene.Environment["PATH"] = Path.Combine(scene.Outside, "empty") + ":" + scene.Environment["PATH"];

        Assert.NotNull(key);
        Assert.Equal("passed", CacheScene.Check(scene.Run(), "lint").GetProperty("status").GetString());
    }

    [Fact]
    public void Each_first_word_of_a_script_is_a_tool()
    {
        using var scene = Scene("""  lint: { run: "echo x >> ../lint.ran; true && mylint src || exit 1", inputs: ["src/**"] }""");
        Tool(scene, "tools", "mylint", "exit 0");
        scene.Misses();

        Tool(scene, "tools", "mylint", "exit 1");

        Assert.Equal("failed", scene.Misses(because: "exit code 1").GetProperty("status").GetString());
    }

    [Fact]
    public void A_declared_tool_is_one_too()
    {
        using var scene = Scene("""  lint: { run: "echo x >> ../lint.ran; sh -c 'mylint'", inputs: ["src/**"], tools: [mylint] }""");
        Tool(scene, "tools", "mylint", "exit 0");
        scene.Misses();

        Tool(scene, "tools", "mylint", "exit 1");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_shim_that_stays_while_its_package_is_upgraded_runs_the_check()
    {
        using var scene = Scene("""  lint: { run: [node_modules/.bin/mylint], inputs: ["src/**"] }""");
        scene.Write(".gitignore", "node_modules\n");
        Package(scene, "1.0.0", "exit 0");
        scene.Misses();
        scene.Hits();

        Package(scene, "1.0.1", "exit 1");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void Packages_that_change_under_the_same_lock_file_run_the_check()
    {
        using var scene = Scene("""  lint: { run: [node_modules/.bin/mylint], inputs: ["src/**", package-lock.json] }""");
        scene.Write(".gitignore", "node_modules\n");
        scene.Write("package-lock.json", "{}\n");
        Package(scene, "1.0.0", "exit 0");
        scene.Misses();

        Package(scene, "1.0.0", "exit 1");

        Assert.Equal("failed", scene.Misses().GetProperty("status").GetString());
    }

    [Fact]
    public void A_lock_file_that_changes_with_the_same_packages_runs_the_check()
    {
        using var scene = Scene("""  lint: { run: [node_modules/.bin/mylint], inputs: ["src/**", package-lock.json] }""");
        scene.Write(".gitignore", "node_modules\n");
        scene.Write("package-lock.json", "{}\n");
        Package(scene, "1.0.0", "exit 0");
        scene.Misses();

        scene.Write("package-lock.json", "{ }\n");

        scene.Misses(because: "package-lock.json changed");
    }

    private static CacheScene Scene(string checks, [System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        var scene = CacheScene.Create(checks, [("src/a.txt", "good\n")], test);
        scene.Environment["PATH"] = Path.Combine(scene.Outside, "tools") + ":" + Environment.GetEnvironmentVariable("PATH");
        return scene;
    }

    // The same size and version whatever it does: only its content tells.
    private static void Tool(CacheScene scene, string folder, string name, string script)
    {
        var path = Path.Combine(scene.Outside, folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, $"#!/bin/sh\n# version 1.0\n{script}\n");
        File.SetUnixFileMode(path, Executable);
    }

    private static void Package(CacheScene scene, string version, string script)
    {
        scene.Write("node_modules/mylint/package.json", $$"""{ "name": "mylint", "version": "{{version}}", "bin": "bin/cli" }""");
        scene.Write("node_modules/mylint/bin/cli", "#!/bin/sh\necho x >> ../lint.ran\n. ./node_modules/mylint/lib/rules\n");
        scene.Write("node_modules/mylint/lib/rules", script + "\n");
        var cli = scene.Repository.PathOf("node_modules/mylint/bin/cli");
        File.SetUnixFileMode(cli, Executable);
        var shim = scene.Repository.PathOf("node_modules/.bin/mylint");
        Directory.CreateDirectory(Path.GetDirectoryName(shim)!);
        if (!File.Exists(shim))
        {
            File.CreateSymbolicLink(shim, "../mylint/bin/cli");
        }
    }
}
