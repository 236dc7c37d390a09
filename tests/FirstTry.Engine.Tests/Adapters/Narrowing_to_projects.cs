using System;

namespace FirstTry.Engine.Tests.Adapters;

public sealed class Narrowing_to_projects
{
    private const string Nothing = "skipped: no file of its projects changed";
    private const string NoTests = "skipped: no test project depends on what changed";
    private const string Full = "dotnet test";
    private const string TestPackage = """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" Version="1" /><ProjectReference Include="REF" /></ItemGroup></Project>""";
    private const string Plain = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    // Core <- App; Other by itself; each has tests, Tool has none.
    private static AdapterFolder Solution(string test) => AdapterFolder.Create(test)
        .With("All.slnx", """
            <Solution>
              <Project Path="src/Core/Core.csproj" /><Project Path="src/App/App.csproj" /><Project Path="src/Other/Other.csproj" /><Project Path="src/Tool/Tool.csproj" />
              <Folder Name="/tests/"><Project Path="tests/Core.Tests/Core.Tests.csproj" /><Project Path="tests/App.Tests/App.Tests.csproj" /><Project Path="tests/Other.Tests/Other.Tests.csproj" /></Folder>
            </Solution>
            """)
        .With("src/Core/Core.csproj", Plain).With("src/Core/A.cs", "class A { int[] b = [.. c[1..]]; }")
        .With("src/App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="..\Core\Core.csproj" /></ItemGroup></Project>""")
        .With("src/Other/Other.csproj", Plain).With("src/Other/B.cs")
        .With("src/Tool/Tool.csproj", Plain).With("src/Tool/C.cs")
        .With("tests/Core.Tests/Core.Tests.csproj", TestPackage.Replace("REF", @"..\..\src\Core\Core.csproj", StringComparison.Ordinal)).With("tests/Core.Tests/T.cs")
        .With("tests/App.Tests/App.Tests.csproj", TestPackage.Replace("REF", "$(MSBuildThisFileDirectory)../../src/App/App.csproj", StringComparison.Ordinal))
        .With("tests/Other.Tests/Other.Tests.csproj", TestPackage.Replace("REF", @"$(SolutionDir)src\Other\Other.csproj", StringComparison.Ordinal));

    private const string RepoRoot = "<Project><PropertyGroup><RepoRoot>$(MSBuildThisFileDirectory)</RepoRoot></PropertyGroup></Project>";

    private static string Each(params string[] projects) => projects.Length == 1
        ? "dotnet test " + projects[0]
        : "sh -c code=0; for project do dotnet test \"$project\" || code=1; done; exit $code sh " + string.Join(' ', projects);

    [Theory]
    [InlineData("tests/Core.Tests/T.cs", "tests/Core.Tests/Core.Tests.csproj")]
    [InlineData("src/Other/B.cs", "tests/Other.Tests/Other.Tests.csproj")]
    [InlineData("src/Core/A.cs", "tests/Core.Tests/Core.Tests.csproj", "tests/App.Tests/App.Tests.csproj")]
    [InlineData("src/Core/gone.cs", "tests/Core.Tests/Core.Tests.csproj", "tests/App.Tests/App.Tests.csproj")]
    [InlineData("src/App/App.csproj", "tests/App.Tests/App.Tests.csproj")]
    public void Only_test_projects_that_a_change_reaches_run(string changed, params string[] projects)
    {
        using var folder = Solution("affected");

        Assert.Equal(Each(projects), folder.Work("dotnet-test", ".", [changed]));
        Assert.Equal($"{projects.Length} of 3 projects", folder.Expanded("dotnet-test", ".", [changed]).Scope);
    }

    [Fact]
    public void A_property_with_the_folder_of_the_repository_reads_nothing_by_itself()
    {
        using var folder = Solution("root").With("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <RepoRoot>$(MSBuildThisFileDirectory)</RepoRoot>
                <SolutionDir Condition="'$(SolutionDir)'==''">$(MSBuildThisFileDirectory)</SolutionDir>
              </PropertyGroup>
            </Project>
            """);

        Assert.Equal(Each("tests/Other.Tests/Other.Tests.csproj"), folder.Work("dotnet-test", ".", ["src/Other/B.cs"]));
    }

    [Theory]
    [InlineData("Directory.GetFiles(folder)", true)]
    [InlineData("File.ReadAllText(file)", false)]
    public void What_code_finds_in_a_folder_counts_without_a_word_of_it(string code, bool runs)
    {
        using var folder = AdapterFolder.Create("listed")
            .With("Checks/Checks.csproj", TestPackage.Replace("REF", "Other.csproj", StringComparison.Ordinal))
            .With("Checks/T.cs", $"class T {{ void A() => {code}; }}");

        Assert.Equal(runs, folder.Work("dotnet-test", "Checks", ["Checks/notes.md"]).StartsWith("dotnet test", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("src/Tool/C.cs", NoTests)]
    [InlineData("README.md", Nothing)]
    [InlineData("Core/notes.md", Nothing)]
    [InlineData("web/app.ts", Nothing)]
    [InlineData("scripts/x.py", Nothing)]
    [InlineData("Directory.Build.props", Full)]
    [InlineData(".editorconfig", Full)]
    [InlineData("All.slnx", Full)]
    [InlineData("data/big.bin", Full)]
    [InlineData("src/Gone/Gone.csproj", Full)]
    public void Other_changes_run_nothing_or_everything(string changed, string work)
    {
        using var folder = Solution("others").With("src/Core/notes.txt");

        Assert.Equal(work, folder.Work("dotnet-test", ".", [changed]));
    }

    [Theory]
    [InlineData("tests/Other.Tests/T.cs", """File.ReadAllText(Path.Combine(here, "..", "..", "x"))""")]
    [InlineData("tests/Other.Tests/T.cs", """File.ReadAllText("../../src/Core/A.cs")""")]
    [InlineData("tests/Other.Tests/T.cs", """File.ReadAllText(@"..\..\src\Core\A.cs")""")]
    [InlineData("tests/Other.Tests/T.cs", "string Here([CallerFilePath] string p) => p;")]
    [InlineData("tests/Other.Tests/T.cs", "while (!File.Exists(dir + \"/All.slnx\")) dir = Directory.GetParent(dir);")]
    [InlineData("tests/Other.Tests/more.props", "<Project />", """<Import Project="more.props" /><Target Name="X"><Exec Command="node gen" /></Target>""")]
    [InlineData("tests/Other.Tests/x.txt", "", """<ItemGroup><Compile Include="..\..\src\Core\**\*.cs" Link="x" /></ItemGroup>""")]
    [InlineData("tests/Other.Tests/x.txt", "", """<ItemGroup><None Include="$(SolutionDir)src/Core/A.cs" CopyToOutputDirectory="Always" /></ItemGroup>""")]
    [InlineData("tests/Other.Tests/x.txt", "", """<ItemGroup><Compile Include="$(Unknown)/A.cs" /></ItemGroup>""")]
    [InlineData("tests/Other.Tests/x.txt", "", """<PropertyGroup><Up>..\..\src</Up></PropertyGroup><ItemGroup><Compile Include="$(Up)\Core\A.cs" /></ItemGroup>""")]
    [InlineData("eng/shared.props", """<Project><ItemGroup><ProjectReference Include="..\..\src\Core\Core.csproj" /></ItemGroup></Project>""", """<Import Project="..\..\eng\shared.props" />""")]
    [InlineData("tests/Directory.Build.props", """<Project><ItemGroup><Compile Include="$(MSBuildThisFileDirectory)../src/Core/A.cs" /></ItemGroup></Project>""")]
    [InlineData("Directory.Build.props", RepoRoot, """<ItemGroup><Compile Include="$(RepoRoot)src/Core/A.cs" /></ItemGroup>""")]
    [InlineData("tests/shared/Directory.Build.props", "<Project><PropertyGroup><Shared>$(MSBuildThisFileDirectory)data</Shared></PropertyGroup></Project>", """<Import Project="../shared/Directory.Build.props" /><ItemGroup><Compile Include="$(Shared)/../../../src/Core/A.cs" /></ItemGroup>""")]
    [InlineData("tests/Other.Tests/obj/project.assets.json", """{"x":"ROOT/src/Core/Core.csproj"}""")]
    public void Whatever_leads_out_of_a_project_counts(string file, string content, string inProject = "")
    {
        using var folder = Solution("reach");
        var project = TestPackage.Replace("REF", @"..\..\src\Other\Other.csproj", StringComparison.Ordinal).Replace("</Project>", inProject + "</Project>", StringComparison.Ordinal);
        folder.With("tests/Other.Tests/Other.Tests.csproj", project).With(file, content.Replace("ROOT", folder.Root, StringComparison.Ordinal));

        var work = folder.Work("dotnet-test", ".", ["src/Core/A.cs"]);

        Assert.True(work == Full || work.Contains("Other.Tests", StringComparison.Ordinal), work);
    }

    [Fact]
    public void A_selection_that_is_not_sure_widens_to_everything()
    {
        using var folder = Solution("widening");

        Assert.Equal(Full, folder.Work("dotnet-test", ".", ["src/Other/B.cs"], hidden: ["src/Core/Core.csproj"]));
        Assert.Equal(Full, folder.Work("dotnet-test", ".", ["src/Other/B.cs"], options: ("select", "all")));
        Assert.Equal(Full, folder.Run("dotnet-test"));
        folder.With("src/Core/Core.csproj", "no xml");
        Assert.Equal(Full, folder.Work("dotnet-test", ".", ["src/Other/B.cs"]));
    }

    [Fact]
    public void A_build_takes_all_that_depends_on_the_change_tests_or_not()
    {
        using var folder = Solution("build");

        Assert.Equal("dotnet build src/Tool/Tool.csproj --nologo", folder.Work("dotnet-build", ".", ["src/Tool/C.cs"]));
        Assert.Equal(
            "sh -c code=0; for project do dotnet build \"$project\" '--nologo' || code=1; done; exit $code sh src/Other/Other.csproj tests/Other.Tests/Other.Tests.csproj",
            folder.Work("dotnet-build", ".", ["src/Other/B.cs"]));
    }

    [Fact]
    public void The_testing_platform_takes_projects_by_options()
    {
        using var folder = Solution("platform").With("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");

        Assert.Equal("dotnet test --project tests/Other.Tests/Other.Tests.csproj", folder.Work("dotnet-test", ".", ["src/Other/B.cs"]));
        Assert.Equal("dotnet test --solution All.slnx", folder.Run("dotnet-test", options: ("paths", "All.slnx")));
        Assert.Contains("--project \"$project\"", folder.Work("dotnet-test", ".", ["src/Core/A.cs"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dotnet format src/Tool/Tool.csproj OPTIONS", "src/Tool/C.cs")]
    [InlineData("dotnet format src/Core/Core.csproj OPTIONS", "src/Core/A.cs")]
    [InlineData("dotnet format src/Core/Core.csproj OPTIONS", "src/Core/A.cs", "README.md")]
    [InlineData("sh -c code=0; for project in 'src/Core/Core.csproj' 'src/Other/Other.csproj'; do dotnet format \"$project\" '--verify-no-changes' '--include' \"$@\" || code=1; done; exit $code sh {files}", "src/Core/A.cs", "src/Other/B.cs")]
    [InlineData("dotnet format OPTIONS", "src/Core/A.cs", ".editorconfig")]
    [InlineData("dotnet format OPTIONS", "src/Core/A.cs", "loose.cs")]
    [InlineData("dotnet format OPTIONS", "src/Core/A.cs", "src/Other/B.cs", "src/Tool/C.cs", "src/App/D.cs")]
    public void Format_loads_the_projects_that_may_take_in_what_changed(string command, params string[] changed)
    {
        using var folder = Solution("format");

        Assert.Equal(command.Replace("OPTIONS", "--verify-no-changes --include {files}", StringComparison.Ordinal), folder.Work("dotnet-format", ".", changed));
        Assert.Equal("dotnet format --verify-no-changes --include {files}", folder.Work("dotnet-format", ".", changed, options: ("select", "all")));
        Assert.Equal("dotnet format --verify-no-changes --include {files}", folder.Work("dotnet-format", ".", changed, hidden: ["src/Core/Core.csproj"]));
        Assert.Equal("dotnet format --verify-no-changes -f --include {files}", folder.Work("dotnet-format", ".", changed, options: ("args", "-f")));
    }

    [Theory]
    [InlineData("""<ItemGroup><Compile Include="..\Core\A.cs" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Compile Include="..\Core\**\*.cs" Link="x" /></ItemGroup>""")]
    [InlineData("""<ItemGroup><Compile Include="$(Unknown)/A.cs" /></ItemGroup>""")]
    public void Format_loads_each_project_that_takes_a_file_in_from_elsewhere(string items)
    {
        using var folder = Solution("links").With("src/Other/Other.csproj", Plain.Replace("</Project>", items + "</Project>", StringComparison.Ordinal));

        Assert.Contains("for project in 'src/Core/Core.csproj' 'src/Other/Other.csproj'; do", folder.Work("dotnet-format", ".", ["src/Core/A.cs"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_of_one_project_and_of_what_cannot_be_read_stays_as_it_is()
    {
        using var folder = Solution("format-one");

        Assert.Equal(
            "dotnet format src/App/App.csproj --verify-no-changes --include {files}",
            folder.Work("dotnet-format", ".", ["src/Core/A.cs"], options: ("paths", "src/App/App.csproj")));
        folder.With("src/Core/Core.csproj", "no xml");
        Assert.Equal("dotnet format --verify-no-changes --include {files}", folder.Work("dotnet-format", ".", ["src/Other/B.cs"]));
    }

    [Theory]
    [InlineData("src/Core/Core.csproj")]
    [InlineData("src/App/App.csproj")]
    [InlineData("src/Core/packages.lock.json")]
    [InlineData("src/Directory.Packages.props")]
    [InlineData("Directory.Build.props")]
    [InlineData("nuget.config")]
    [InlineData("global.json")]
    public void Only_what_is_stale_is_restored(string changed)
    {
        using var folder = AdapterFolder.Create()
            .With("src/Core/Core.csproj", Plain).With("src/Core/A.cs").With("src/Core/packages.lock.json").With("global.json", "{}").With("nuget.config")
            .With("src/App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="..\Core\Core.csproj" /></ItemGroup></Project>""");
        string Work(string adapter) => folder.Work(adapter, ".", ["src/Core/A.cs"], options: ("paths", "src/App/App.csproj"));

        var never = Work("dotnet-build");
        folder.With("src/Core/obj/project.assets.json", "{}");
        var partly = Work("dotnet-build");
        Wait();
        folder.With("src/Core/obj/project.assets.json", "{}").With("src/App/obj/project.assets.json", "{}");
        string[] fresh = [Work("dotnet-build"), Work("dotnet-test"), Work("dotnet-format")];
        folder.With("src/Core/A.cs", "class B;");
        var edited = Work("dotnet-build");
        Wait();
        folder.With(changed, changed.EndsWith("csproj", StringComparison.Ordinal) ? Plain : changed.EndsWith("json", StringComparison.Ordinal) ? "{}" : "<Project />");
        string[] stale = [Work("dotnet-build"), Work("dotnet-test"), Work("dotnet-format")];

        Assert.DoesNotContain("--no-restore", never + partly + string.Concat(stale), StringComparison.Ordinal);
        Assert.All(fresh, command => Assert.Contains("--no-restore", command, StringComparison.Ordinal));
        Assert.Contains("--no-restore", edited, StringComparison.Ordinal);
    }

    // The clock of a file system may move in steps of some milliseconds.
    private static void Wait() => System.Threading.Thread.Sleep(30);

    [Fact]
    public void A_project_alone_is_all_or_nothing_and_its_references_count()
    {
        using var folder = Solution("alone");

        Assert.Equal(
            "dotnet test tests/App.Tests/App.Tests.csproj",
            folder.Work("dotnet-test", ".", ["src/Core/A.cs"], options: ("paths", "tests/App.Tests/App.Tests.csproj")));
        Assert.Equal(Nothing, folder.Work("dotnet-test", ".", ["README.md"], options: ("paths", "tests/App.Tests/App.Tests.csproj")));
    }

    [Fact]
    public void The_older_form_of_solutions_and_filters_are_read()
    {
        using var folder = Solution("forms")
            .With("Old.sln", "Project(\"{9A19103F-16F7-4668-BE54-9A1E7A4F7556}\") = \"Core.Tests\", \"tests\\Core.Tests\\Core.Tests.csproj\", \"{A}\"\r\nEndProject\r\n"
                + "Project(\"{9A19103F-16F7-4668-BE54-9A1E7A4F7556}\") = \"Other.Tests\", \"tests\\Other.Tests\\Other.Tests.csproj\", \"{B}\"\r\nEndProject\r\n")
            .With("Some.slnf", """{"solution":{"path":"Old.sln","projects":["tests\\Core.Tests\\Core.Tests.csproj"]}}""");

        Assert.Equal(Each("tests/Other.Tests/Other.Tests.csproj"), folder.Work("dotnet-test", ".", ["src/Other/B.cs"], options: ("paths", "Old.sln")));
        Assert.Equal("dotnet test Some.slnf", folder.Work("dotnet-test", ".", ["src/Core/A.cs"], options: ("paths", "Some.slnf")));
    }
}
