using System;
using System.Linq;
using FirstTry.Engine.Adapters;
using FirstTry.Engine.Builtins;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Adapters;

public sealed class Expanding_adapters
{
    public static TheoryData<string> Plain =>
        [.. AdapterCatalog.All.Select(adapter => adapter.Name).Where(name => BuiltinCatalog.Find(name) is null && name is not ("npm-test" or "npm-script"))];

    [Theory]
    [MemberData(nameof(Plain))]
    public void Every_adapter_has_a_command_and_its_bucket(string name)
    {
        using var folder = AdapterFolder.Create();

        var check = folder.Expand(name);

        Assert.NotEmpty(check.Run!.Arguments);
        Assert.Equal(AdapterCatalog.Find(name)!.Bucket, check.Bucket);
        Assert.True(check.Bucket != Bucket.Mutating || check.Fix is not null);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void Arguments_reach_the_command(string name)
    {
        using var folder = AdapterFolder.Create();

        var check = folder.Expand(name, options: ("args", "--some arg"));

        Assert.Contains("--some arg", check.Run!.Arguments);
        Assert.True(check.Fix is null || check.Fix.Arguments.Contains("--some arg"));
    }

    [Fact]
    public void What_a_check_says_itself_stays()
    {
        using var folder = AdapterFolder.Create();
        Assert.True(Glob.TryParse("src/*.py", out var files, out _));
        Assert.True(Glob.TryParse("other.cfg", out var input, out _));
        var check = new Check("it")
        {
            Uses = new Adapter("black", []),
            Bucket = Bucket.Fast,
            Files = new GlobSet([files], []),
            Inputs = new GlobSet([input], []),
            Fix = Command.Shell("mine"),
            Hint = "own",
        };

        var expanded = AdapterRecipes.Expand(check, folder.Root);

        Assert.Equal(Bucket.Fast, expanded.Bucket);
        Assert.Equal(check.Files, expanded.Files);
        Assert.Equal(["other.cfg", "pyproject.toml", ".gitignore"], expanded.Inputs!.Including.Select(glob => glob.Pattern));
        Assert.Equal("mine", expanded.Fix!.Script);
        Assert.Equal("own", expanded.Hint);
    }

    [Fact]
    public void A_built_in_check_gets_its_bucket_and_files_and_a_command_stays_as_it_is()
    {
        using var folder = AdapterFolder.Create();

        var json = folder.Expand("check-json");
        var space = folder.Expand("trailing-whitespace");
        var command = new Check("it") { Run = Command.Shell("true") };

        Assert.True(json.Files!.IsMatch(RepoPath.FromText("a/b.json")));
        Assert.False(json.Files.IsMatch(RepoPath.FromText("a/b.txt")));
        Assert.Null(json.Run);
        Assert.Null(space.Files);
        Assert.Equal(Bucket.Mutating, space.Bucket);
        Assert.Same(command, AdapterRecipes.Expand(command, folder.Root));
    }

    [Fact]
    public void Flake8_is_given_sources_and_no_stubs()
    {
        using var folder = AdapterFolder.Create();

        var files = folder.Expand("flake8").Files!;

        Assert.True(files.IsMatch(RepoPath.FromText("a/b.py")));
        Assert.False(files.IsMatch(RepoPath.FromText("a/b.pyi")));
    }

    [Theory]
    [InlineData("ruff", "ruff check --force-exclude {files}")]
    [InlineData("flake8", "flake8 {files}")]
    [InlineData("black", "black --check {files}")]
    [InlineData("mypy", "mypy .")]
    [InlineData("dotnet-build", "dotnet build --nologo")]
    [InlineData("dotnet-format", "dotnet format --verify-no-changes --include {files}")]
    [InlineData("go-test", "go test ./...")]
    [InlineData("cargo-test", "cargo test")]
    [InlineData("shellcheck", "shellcheck {files}")]
    [InlineData("clang-format", "clang-format --dry-run --Werror {files}")]
    [InlineData("tsc", "tsc --noEmit")]
    public void A_tool_is_called_like_this(string adapter, string command)
    {
        using var folder = AdapterFolder.Create();

        Assert.Equal(command, folder.Run(adapter));
    }

    [Fact]
    public void Dotnet_takes_one_path()
    {
        using var folder = AdapterFolder.Create();

        var one = folder.Run("dotnet-test", options: ("paths", "tests/A"));
        var two = Assert.Throws<UsageException>(() => folder.Run("dotnet-test", options: [("paths", "a"), ("paths", "b")]));

        Assert.Equal("dotnet test tests/A", one);
        Assert.Contains("Check 'it'", two.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.2.3", "dotnet csharpier check {files}", "dotnet csharpier format {files}")]
    [InlineData("0.30.6", "dotnet csharpier --check {files}", "dotnet csharpier {files}")]
    public void Csharpier_is_called_as_its_version_wants(string version, string run, string fix)
    {
        using var folder = AdapterFolder.Create()
            .With(".config/dotnet-tools.json", """{"version":1,"tools":{"csharpier":{"version":"VERSION"}}}""".Replace("VERSION", version, StringComparison.Ordinal));

        var check = folder.Expand("csharpier");

        Assert.Equal(run, string.Join(' ', check.Run!.Arguments));
        Assert.Equal(fix, string.Join(' ', check.Fix!.Arguments));
    }

    [Theory]
    [InlineData("go-test", "api/go.mod", "module a\n", true)]
    [InlineData("go-test", "api/go.mod", "replace b => ../b\n", false)]
    [InlineData("go-test", "go.work", "use ./api\n", false)]
    [InlineData("cargo-test", "api/Cargo.toml", "[dependencies]\nb = { path = \"../b\" }\n", false)]
    [InlineData("cargo-test", "Cargo.toml", "[workspace]\n", false)]
    [InlineData("cargo-test", "api/Cargo.toml", "[package]\n", true)]
    public void What_takes_in_code_beside_its_root_is_not_remembered(string adapter, string file, string content, bool isRemembered)
    {
        using var folder = AdapterFolder.Create("beside").With(file, content).With("api/x");

        Assert.Equal(isRemembered, folder.Expand(adapter, root: "api").Cache.Enabled);
        Assert.True(folder.Expand(adapter).Cache.Enabled);
    }
}
