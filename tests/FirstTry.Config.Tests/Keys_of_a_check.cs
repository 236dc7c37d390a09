using FirstTry.Graph;

namespace FirstTry.Config.Tests;

public sealed class Keys_of_a_check
{
    [Fact]
    public void What_is_not_given_has_its_default()
    {
        var check = Configs.Check("run: x");

        Assert.Equal(new Check("test") { Run = Command.Shell("x") }, check);
    }

    [Fact]
    public void A_text_runs_in_a_shell()
    {
        Assert.Equal(Command.Shell("ruff check {files}"), Configs.Check("run: 'ruff check {files}', files: '*.py'").Run);
    }

    [Fact]
    public void A_list_is_an_argument_vector()
    {
        Assert.Equal(Command.Exec("black", "", "{files}"), Configs.Check("run: [black, '', '{files}'], files: '*.py'").Run);
    }

    [Theory]
    [InlineData("echo 'it is' {files}")]
    [InlineData("echo \"$(cat {files})\"")]
    [InlineData("echo \\\" {files} \\\"")]
    [InlineData("# don't\necho {files}")]
    [InlineData("echo ${#x} {files}")]
    [InlineData("(cd 'a b' && echo {files})")]
    public void Files_outside_of_quotes_are_fine(string script)
    {
        var check = Configs.Graph("checks: { test: { files: x, run: " + System.Text.Json.JsonSerializer.Serialize(script) + " } }").Checks[0];

        Assert.Equal(script, check.Run!.Script);
    }

    [Theory]
    [InlineData("echo \"a {files}\"")]
    [InlineData("echo 'a'\"'\"'{files}'")]
    [InlineData("echo \"$(echo \"{files}\")\"")]
    [InlineData("echo '\\' '{files}'")]
    [InlineData("# it's\necho '{files}'")]
    public void Files_within_quotes_are_not(string script)
    {
        var problem = Assert.Single(Configs.Parse("checks: { test: { files: x, run: " + System.Text.Json.JsonSerializer.Serialize(script) + " } }").Problems);

        Assert.Equal("FT0012", problem.Id);
    }

    [Fact]
    public void An_adapter_has_its_options_in_the_order_of_the_file()
    {
        var uses = Configs.Check("uses: pytest, with: { paths: [a, 1, 1.50, True], args: -q }").Uses;

        Assert.Equal(new Adapter("pytest", [new AdapterOption("paths", ["a", "1", "1.50", "true"]), new AdapterOption("args", ["-q"])]), uses);
    }

    [Fact]
    public void An_adapter_leaves_the_bucket_open()
    {
        Assert.Null(Configs.Check("uses: pytest").Bucket);
        Assert.Equal(Bucket.Fast, Configs.Check("uses: pytest, bucket: fast").Bucket);
    }

    [Theory]
    [InlineData("fast", Bucket.Fast)]
    [InlineData("mutating", Bucket.Mutating)]
    [InlineData("slow", Bucket.Slow)]
    public void Buckets_have_names(string name, Bucket bucket)
    {
        Assert.Equal(bucket, Configs.Check("run: x, bucket: " + name).Bucket);
    }

    [Theory]
    [InlineData("none", StandardInput.None)]
    [InlineData("files", StandardInput.Files)]
    [InlineData("hook", StandardInput.Hook)]
    public void Standard_input_has_names(string name, StandardInput input)
    {
        Assert.Equal(input, Configs.Check("run: x, files: y, stdin: " + name).Stdin);
    }

    [Theory]
    [InlineData("web", "web")]
    [InlineData("./web/", "web")]
    [InlineData("a//b/./c", "a/b/c")]
    [InlineData(".", ".")]
    [InlineData("a..b", "a..b")]
    public void A_root_is_brought_into_one_form(string written, string root)
    {
        Assert.Equal(root, Configs.Check($"run: x, root: '{written}'").Root);
    }

    [Fact]
    public void Patterns_with_an_exclamation_mark_exclude()
    {
        var files = Configs.Check("run: x, files: ['*.py', '!gen/**']").Files!;

        Assert.True(files.IsMatch(RepoPath.FromText("src/a.py")));
        Assert.False(files.IsMatch(RepoPath.FromText("gen/a.py")));
    }

    [Fact]
    public void Every_key_for_patterns_is_read()
    {
        var check = Configs.Check("run: x, files: a, exclude: b, inputs: [c, d], extra_inputs: [/e, ~/f], outputs: g");

        Assert.Equal("a", check.Files!.Including[0].Pattern);
        Assert.Equal("b", check.Exclude!.Including[0].Pattern);
        Assert.Equal(2, check.Inputs!.Including.Count);
        Assert.Equal("~/f", check.ExtraInputs!.Including[1].Pattern);
        Assert.Equal("g", check.Outputs!.Including[0].Pattern);
    }

    [Fact]
    public void Every_other_key_is_read()
    {
        var check = Configs.Check(
            "run: x, description: d, env: { B: '2', A: '' }, pass_env: [HOME], tools: [node], fix: [y, -z], timeout: 5m, cpus: 3, exclusive: db, "
            + "stage: false, allow_failure: true, interactive: True, hint: h, tags: [t, u]");

        Assert.Equal(
            new Check("test")
            {
                Run = Command.Shell("x"),
                Description = "d",
                Env = [new EnvironmentVariable("B", "2"), new EnvironmentVariable("A", "")],
                PassEnv = ["HOME"],
                Tools = ["node"],
                Fix = Command.Exec("y", "-z"),
                Timeout = new Duration(300_000),
                Cpus = 3,
                Exclusive = "db",
                Stage = false,
                AllowFailure = true,
                Interactive = true,
                Hint = "h",
                Tags = ["t", "u"],
            },
            check);
    }

    [Fact]
    public void All_cpus_are_a_word()
    {
        Assert.Equal(Check.AllCpus, Configs.Check("run: x, cpus: all").Cpus);
    }

    [Fact]
    public void A_result_is_remembered_always_never_or_for_a_time()
    {
        Assert.Equal(CachePolicy.Always, Configs.Check("run: x, cache: true").Cache);
        Assert.Equal(CachePolicy.Never, Configs.Check("run: x, cache: false").Cache);
        Assert.Equal(new CachePolicy(true, new Duration(86_400_000)), Configs.Check("run: x, cache: 24h").Cache);
    }

    [Fact]
    public void Needs_that_are_named_twice_count_once()
    {
        var graph = Configs.Graph("checks: { a: { run: x }, b: { run: x, needs: [a, a] } }");

        Assert.Single(graph.Checks[1].Needs);
    }
}
