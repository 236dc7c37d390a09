using System;
using System.IO;
using System.Linq;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Adapters;

/// <summary>What the pages of adapters show works with the real tools: sound files pass, bad ones fail in the words of the tool, the same again is remembered.</summary>
public sealed class The_examples_of_adapter_pages
{
    private const string Class = "namespace App;\n\n/// <summary>Something.</summary>\npublic static class A\n{\n    /// <summary>One.</summary>\n    public static int One() => 1;\n}\n";

    [Fact]
    public void Npm_test()
    {
        using var page = AdapterPage.Open("npm-test", nameof(Npm_test));
        page.Repository.Write("web/package.json", """{"workspaces":["a","b"]}""");
        page.Repository.Write("web/a/package.json", """{"name":"a","scripts":{"test":"node test.js"}}""");
        page.Repository.Write("web/a/test.js", "console.log('tests of a')\n");
        page.Repository.Write("web/b/package.json", """{"name":"b","scripts":{"test":"node test.js"}}""");
        page.Repository.Write("web/b/test.js", "console.log('tests of b')\n");

        Passes(page, "web");
        page.Repository.CommitAll();
        page.Repository.Write("web/b/test.js", "console.log('broken b'); process.exit(1)\n");
        var narrowed = page.Repository.Firsttry("run");
        var full = page.Run();

        Assert.Equal(1, narrowed.ExitCode);
        Assert.Contains("broken b", narrowed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("tests of a", narrowed.Output, StringComparison.Ordinal);
        Assert.Equal(1, full.ExitCode);
        Assert.Contains("tests of a", full.Output, StringComparison.Ordinal);
        page.Repository.Write("web/b/test.js", "console.log('tests of b')\n");
        page.Repository.Write("web/README.md", "words\n");
        Assert.Contains("no JavaScript-side file changed", page.Repository.Firsttry("run").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_narrowed_pass_never_stands_in_for_the_full_one()
    {
        using var page = AdapterPage.Open("npm-test", nameof(A_narrowed_pass_never_stands_in_for_the_full_one));
        page.Repository.Write("web/package.json", """{"workspaces":["a","b"]}""");
        page.Repository.Write("web/a/package.json", """{"name":"a","scripts":{"test":"node test.js"}}""");
        page.Repository.Write("web/a/test.js", "process.exit(1)\n");
        page.Repository.Write("web/b/package.json", """{"name":"b","scripts":{"test":"node test.js"}}""");
        page.Repository.Write("web/b/test.js", "\n");

        var narrowed = page.RunChanged(("web/b/test.js", "// sound\n"));
        var full = page.Run();

        Assert.True(narrowed.ExitCode == 0, narrowed.ToString());
        Assert.True(full.ExitCode == 1, full.ToString());
    }

    [Fact]
    public void Npm_script()
    {
        using var page = AdapterPage.Open("npm-script", nameof(Npm_script));
        page.Repository.Write("web/package.json", """{"scripts":{"lint":"node lint.js"}}""");
        page.Repository.Write("web/lint.js", "\n");

        Passes(page, "lint");
        Fails(page, "web/lint.js", "throw new Error('not clean')\n", "not clean");
    }

    [Fact]
    public void Eslint()
    {
        using var page = AdapterPage.Open("eslint", nameof(Eslint));
        page.UseNodeTools();
        page.Repository.Write("package.json", """{"type":"module"}""");
        page.Repository.Write("eslint.config.js", "export default [{ rules: { 'no-debugger': 'error' } }]\n");
        page.Repository.Write("a.js", "const a = 1\n");

        Passes(page, "eslint");
        Fails(page, "a.js", "debugger\n", "no-debugger");
        page.Repository.Write("eslint.config.js", "export default [{ rules: { 'no-debugger': 'off' } }]\n");
        Assert.Equal(0, page.Run().ExitCode);
    }

    [Fact]
    public void Prettier()
    {
        using var page = AdapterPage.Open("prettier", nameof(Prettier));
        page.UseNodeTools();
        page.Repository.Write("a.js", "const a = 1;\n");
        page.Repository.Write("unknown.xyz", "text");

        Passes(page, "prettier");
        page.Repository.Write("a.js", "const a  =  1\n");
        var fixing = page.Run();

        Assert.True(fixing.ExitCode == 0, fixing.ToString());
        Assert.Equal("const a = 1;\n", page.Repository.Read("a.js"));
        page.Repository.Write(".prettierrc", "semi: false\n");
        Assert.Equal(0, page.Run().ExitCode);
        Assert.Equal("const a = 1\n", page.Repository.Read("a.js"));
    }

    [Fact]
    public void Tsc()
    {
        using var page = AdapterPage.Open("tsc", nameof(Tsc));
        page.Repository.Write("package.json", """{"workspaces":["web","lib"]}""");
        page.UseNodeTools();
        page.Repository.Write("tsconfig.base.json", """{"compilerOptions":{"strict":true,"types":[],"module":"esnext","moduleResolution":"bundler"}}""");
        page.Repository.Write("web/tsconfig.json", """{"extends":"../tsconfig.base.json","include":["*.ts"]}""");
        page.Repository.Write("web/a.ts", "import { b } from '../lib/b';\nexport const a: number = b;\n");
        page.Repository.Write("lib/b.ts", "export const b = 1;\n");

        Passes(page, "types");

        // What it takes in lies beside its root.
        Fails(page, "lib/b.ts", "export const b = 'text';\n", "TS2322");
    }

    [Fact]
    public void Dotnet_build()
    {
        using var page = Solution("dotnet-build", nameof(Dotnet_build));

        Passes(page, "build");
        Fails(page, "App/A.cs", Class.Replace("=> 1;", "=> \"\";", StringComparison.Ordinal), "error CS0029");
    }

    [Fact]
    public void Unstaged_work_that_comes_back_with_an_older_time_is_built()
    {
        using var page = Solution("dotnet-build", nameof(Unstaged_work_that_comes_back_with_an_older_time_is_built));
        var repository = page.Repository;
        repository.Write("firsttry.yml", """
            version: 1
            checks:
              build: { uses: dotnet-build }
              gate: { run: test -e ../open, bucket: slow, needs: [build] }
            hooks:
              pre-commit: { checks: [build, gate] }
            """);
        Assert.Equal(0, repository.Firsttry("install").ExitCode);
        repository.CommitAll();
        repository.Write("App/A.cs", Class + "// staged\n");
        repository.Git("add", "App/A.cs");
        repository.Write("App/A.cs", Class.Replace("=> 1;", "=> \"\";", StringComparison.Ordinal));

        // What is staged is built, the gate stops the commit, and the error comes back older than what was built.
        var gated = repository.TryGit("commit", "-m", "staged");
        File.WriteAllText(Path.Combine(repository.Outside, "open"), "");
        var broken = repository.TryGit("commit", "-a", "-m", "broken");

        Assert.Contains("passed    build", gated.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(0, gated.ExitCode);
        Assert.Contains("error CS0029", broken.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(0, broken.ExitCode);
    }

    [Fact]
    public void Dotnet_test()
    {
        using var page = Solution("dotnet-test", nameof(Dotnet_test));
        page.Repository.Write("Tests/Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../App/App.csproj" />
              </ItemGroup>
            </Project>
            """);
        page.Repository.Write("Tests/T.cs", "public class T { [Xunit.Fact] public void One_is_one() => Xunit.Assert.Equal(1, App.A.One()); }\n");
        page.Repository.Write("Other/Other.csproj", page.Repository.Read("App/App.csproj"));
        page.Repository.Write("Other/O.cs", "namespace Other;\n\n/// <summary>It.</summary>\npublic static class O;\n");
        Assert.Equal(0, page.Repository.Run("dotnet", ["sln", "add", "Tests/Tests.csproj", "Other/Other.csproj"]).ExitCode);

        Passes(page, "test");
        var other = page.RunChanged(("Other/O.cs", "namespace Other;\n\n/// <summary>It, too.</summary>\npublic static class O;\n"));
        Assert.True(other.ExitCode == 0, other.ToString());
        Assert.Contains("no test project depends on what changed", other.Output, StringComparison.Ordinal);
        var broken = page.RunChanged(("App/A.cs", Class.Replace("=> 1;", "=> 2;", StringComparison.Ordinal)));
        Assert.True(broken.ExitCode == 1, broken.ToString());
        Assert.Contains("One_is_one", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Dotnet_format()
    {
        using var page = Solution("dotnet-format", nameof(Dotnet_format));

        Passes(page, "format");
        Fails(page, "App/A.cs", Class.Replace("int One", "int   One", StringComparison.Ordinal), "error WHITESPACE");
    }

    [Fact]
    public void Dotnet_format_loads_the_project_of_the_file_alone()
    {
        using var page = Solution("dotnet-format", nameof(Dotnet_format_loads_the_project_of_the_file_alone));
        var repository = page.Repository;
        repository.Write("Other/Other.csproj", repository.Read("App/App.csproj"));
        repository.Write("Other/O.cs", Class);
        Assert.Equal(0, repository.Run("dotnet", ["sln", "add", "Other/Other.csproj"]).ExitCode);

        // A solution with this project cannot be loaded.
        repository.Write("Other/Other.csproj", repository.Read("Other/Other.csproj").Replace("Microsoft.NET.Sdk", "No.Such.Sdk", StringComparison.Ordinal));
        var badly = Class.Replace("int One", "int   One", StringComparison.Ordinal);
        var told = page.RunChanged(("App/A.cs", badly));
        var whole = page.Run();
        repository.Write("firsttry.yml", repository.Read("firsttry.yml").Replace("slow", "mutating", StringComparison.Ordinal));
        repository.Write("App/A.cs", Class);
        var mended = page.RunChanged(("App/A.cs", badly));

        Assert.True(told.ExitCode == 1, told.ToString());
        Assert.Contains("error WHITESPACE", told.Output, StringComparison.Ordinal);
        Assert.Contains("Restore operation failed", whole.ToString(), StringComparison.Ordinal);
        Assert.True(mended.ExitCode == 0, mended.ToString());
        Assert.Equal(Class, repository.Read("App/A.cs"));
    }

    [Fact]
    public void Csharpier()
    {
        using var page = AdapterPage.Open("csharpier", nameof(Csharpier));
        page.Repository.Environment["PATH"] = AdapterPage.Tools("dotnet-tools") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        page.Repository.Write("A.cs", "class A { }\n");

        Passes(page, "csharpier");
        page.Repository.Write("A.cs", "class   A   {   }\n");
        var fixing = page.Run();

        Assert.True(fixing.ExitCode == 0, fixing.ToString());
        Assert.Equal("class A { }\n", page.Repository.Read("A.cs"));
    }

    [Fact]
    public void Go_test()
    {
        using var page = AdapterPage.Open("go-test", nameof(Go_test));
        page.Repository.Write("go.mod", "module example.com/a\n\ngo 1.19\n");
        page.Repository.Write("a.go", "package a\n\nfunc One() int { return 1 }\n");
        page.Repository.Write("a_test.go", "package a\n\nimport \"testing\"\n\nfunc TestOne(t *testing.T) {\n\tif One() != 1 {\n\t\tt.Fatal(\"one is not one\")\n\t}\n}\n");

        Passes(page, "unit");
        Fails(page, "a.go", "package a\n\nfunc One() int { return 2 }\n", "one is not one");
    }

    [Fact]
    public void Cargo_test()
    {
        using var page = AdapterPage.Open("cargo-test", nameof(Cargo_test));
        page.Repository.Write("Cargo.toml", "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
        page.Repository.Write("Cargo.lock", "version = 3\n\n[[package]]\nname = \"a\"\nversion = \"0.1.0\"\n");
        page.Repository.Write("src/lib.rs", "pub fn one() -> i32 {\n    1\n}\n\n#[test]\nfn one_is_one() {\n    assert_eq!(one(), 1);\n}\n");

        Passes(page, "unit");
        Fails(page, "src/lib.rs", page.Repository.Read("src/lib.rs").Replace("    1\n", "    2\n", StringComparison.Ordinal), "one_is_one");
    }

    private static AdapterPage Solution(string adapter, string test)
    {
        var page = AdapterPage.Open(adapter, test);
        page.Repository.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        page.Repository.Write("App/A.cs", Class);
        Assert.Equal(0, page.Repository.Run("dotnet", ["new", "sln", "--format", "sln", "--name", "App"]).ExitCode);
        Assert.Equal(0, page.Repository.Run("dotnet", ["sln", "add", "App/App.csproj"]).ExitCode);
        return page;
    }

    // A first run that makes folders among its inputs, as builds do, is not remembered; then nothing is started any more.
    private static void Passes(AdapterPage page, string check)
    {
        var first = page.Run();
        Assert.True(first.ExitCode == 0, first.ToString());
        var second = page.Run();
        second = IsRemembered(second) ? second : page.Run();

        Assert.Contains(second.Output.Split('\n'), line => line.StartsWith("passed", StringComparison.Ordinal) && line.Contains(check, StringComparison.Ordinal));
        Assert.True(IsRemembered(second), second.ToString());
    }

    private static bool IsRemembered(CommandResult result) =>
        result.Output.Split('\n').Where(line => line.StartsWith("passed  ", StringComparison.Ordinal)).All(line => line.EndsWith("inputs unchanged", StringComparison.Ordinal));

    private static void Fails(AdapterPage page, string path, string content, string words)
    {
        page.Repository.Write(path, content);

        var result = page.Run();

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains(words, result.Output, StringComparison.Ordinal);
    }
}
