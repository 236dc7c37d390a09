using System.IO;
using System.Linq;
using FirstTry.Graph;

namespace FirstTry.Engine.Tests.Fingerprints;

public sealed class ToolsByContent
{
    private const string Node = "#!/bin/sh\nexit 0\n";

    [Fact]
    public void A_tool_replaced_by_one_of_the_same_size_and_version_is_another_key()
    {
        using var bench = Bench.Create();
        bench.Tool("lint", "#!/bin/sh\nexit 0\n");
        var first = bench.Of(Bench.Whole("lint"));

        bench.Tool("lint", "#!/bin/sh\nexit 1\n");
        var second = bench.Of(Bench.Whole("lint"));

        Assert.NotEqual(first.Key, second.Key);
        Assert.Equal("tool lint changed", Assert.Single(Bench.Difference(first, second)).Text);
    }

    [Fact]
    public void The_order_of_PATH_counts_by_what_is_found()
    {
        using var bench = Bench.Create();
        var (left, right) = (Path.Combine(bench.Tools, "left"), Path.Combine(bench.Tools, "right"));
        bench.Tool("lint", "#!/bin/sh\nexit 0\n", left);
        bench.Tool("lint", "#!/bin/sh\nexit 1\n", right);
        bench.Tool("same", "#!/bin/sh\nexit 2\n", left);
        bench.Tool("same", "#!/bin/sh\nexit 2\n", right);
        bench.Environment = bench.Environment.With("PATH", $"{left}:{right}:/usr/bin:/bin");
        var (lint, same) = (bench.KeyOf(Bench.Whole("lint")), bench.KeyOf(Bench.Whole("same")));

        bench.Environment = bench.Environment.With("PATH", $"{right}:{left}:/usr/bin:/bin");

        Assert.NotEqual(lint, bench.KeyOf(Bench.Whole("lint")));
        Assert.Equal(same, bench.KeyOf(Bench.Whole("same")));
    }

    [Theory]
    [InlineData("lint src")]
    [InlineData("if true; then lint; fi")]
    [InlineData("for f in a b; do lint \"$f\"; done")]
    [InlineData("case x in (a|b) lint ;; *) true ;; esac")]
    [InlineData("case $1 in\n  a) true ;;\n  b) lint ;;\nesac")]
    [InlineData("check() { lint; }\ncheck")]
    [InlineData("x=$(lint)")]
    [InlineData("echo \"$(cat <<EOF\nEOF\nlint)\"")]
    [InlineData("echo \"a `lint` b\"")]
    [InlineData("true && A=1 lint --fast | cat")]
    [InlineData("! lint")]
    [InlineData("(cd src; lint)")]
    [InlineData("exec lint")]
    [InlineData("command -v lint")]
    [InlineData("2>/dev/null lint")]
    [InlineData("env -i lint")]
    [InlineData("find . | xargs lint")]
    [InlineData("sh -c 'lint'")]
    [InlineData("trap 'lint' EXIT")]
    [InlineData("eval lint")]
    [InlineData("echo ${X:-$(lint)}")]
    [InlineData("\"lint\" x")]
    [InlineData("li\\nt")]
    [InlineData("# comment\nlint # other")]
    [InlineData("true; # it's\nlint")]
    [InlineData("while read -r line; do lint; done < README.md")]
    [InlineData("lint \"$@\" <<'EOF'\n$(no)\nEOF")]
    public void Every_program_of_a_script_counts(string script)
    {
        using var bench = Bench.Create("script" + (uint)script.GetHashCode(System.StringComparison.Ordinal));
        bench.Tool("lint", "#!/bin/sh\nexit 0\n");
        var check = new Check("a") { Run = Command.Shell(script) };
        var first = bench.KeyOf(check);

        bench.Tool("lint", "#!/bin/sh\nexit 1\n");

        Assert.NotEqual(first, bench.KeyOf(check));
    }

    [Theory]
    [InlineData("$TOOL src")]
    [InlineData("\"$@\"")]
    [InlineData("eval \"$X\"")]
    [InlineData(". ./env.sh; true")]
    [InlineData("alias x=lint; x")]
    [InlineData("PATH=/opt:$PATH lint")]
    [InlineData("export PATH=/opt; lint")]
    [InlineData("sh -c \"$X\"")]
    [InlineData("cd \"$X\" && ./lint")]
    [InlineData("*/lint")]
    [InlineData("{lint,-x}")]
    [InlineData("echo 'open")]
    [InlineData("cat <<EOF\n$(lint)\nEOF")]
    public void A_script_that_does_not_say_what_it_runs_has_no_key(string script)
    {
        using var bench = Bench.Create("unread" + (uint)script.GetHashCode(System.StringComparison.Ordinal));

        var fingerprint = bench.Of(new Check("a") { Run = Command.Shell(script) });

        Assert.Null(fingerprint.Key);
        Assert.StartsWith("what its script runs is not known: ", fingerprint.Obstacle, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_interpreter_of_a_script_counts_and_the_place_that_its_first_line_names_does_not()
    {
        using var bench = Bench.Create();
        var (here, there) = (Path.Combine(bench.Tools, "here"), Path.Combine(bench.Tools, "there"));
        bench.Tool("engine", Node, here);
        bench.Tool("engine", Node, there);
        bench.Tool("lint", $"#!{here}/engine -v\nbody\n");
        var first = bench.KeyOf(Bench.Whole("lint"));

        bench.Tool("lint", $"#!{there}/engine -v\nbody\n");
        Assert.Equal(first, bench.KeyOf(Bench.Whole("lint")));
        bench.Tool("engine", Node + "# new\n", there);
        Assert.NotEqual(first, bench.KeyOf(Bench.Whole("lint")));
        bench.Tool("lint", $"#!{here}/engine -x\nbody\n");
        Assert.NotEqual(first, bench.KeyOf(Bench.Whole("lint")));
    }

    [Fact]
    public void A_program_named_through_env_counts()
    {
        using var bench = Bench.Create();
        bench.Tool("engine", Node);
        bench.Tool("lint", "#!/usr/bin/env -S A=1 engine -v\nbody\n");
        var first = bench.KeyOf(Bench.Whole("lint"));

        bench.Tool("engine", Node + "# new\n");

        Assert.NotEqual(first, bench.KeyOf(Bench.Whole("lint")));
    }

    [Fact]
    public void A_program_in_the_repository_is_found_from_the_root_of_the_check()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", "lint\n");
        bench.Tool("lint", "#!/bin/sh\n", bench.Repository.PathOf("src"));
        var check = Bench.Whole("./lint") with { Root = "src" };
        var first = bench.KeyOf(check);

        bench.Tool("lint", "#!/bin/sh\nexit 1\n", bench.Repository.PathOf("src"));

        Assert.NotEqual(first, bench.KeyOf(check));
    }

    [Fact]
    public void A_shim_of_node_counts_with_its_package_and_with_what_is_installed()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", "node_modules\n");
        bench.Tool("node", Node);
        bench.Tool("cli.js", "#!/usr/bin/env node\nrequire('./lib')\n", bench.Repository.PathOf("node_modules/lint"));
        bench.Write("node_modules/lint/lib.js", "1");
        bench.Write("node_modules/lint/package.json", "{\"version\":\"1.0.0\"}");
        bench.Write("node_modules/plugin/package.json", "{\"version\":\"1.0.0\"}");
        Directory.CreateDirectory(bench.Repository.PathOf("node_modules/.bin"));
        File.CreateSymbolicLink(bench.Repository.PathOf("node_modules/.bin/lint"), "../lint/cli.js");
        var check = Bench.Whole("node_modules/.bin/lint");
        var first = bench.KeyOf(check);

        bench.Write("node_modules/lint/lib.js", "2");
        var library = bench.KeyOf(check);
        bench.Write("node_modules/plugin/package.json", "{\"version\":\"1.0.1\"}");
        var plugin = bench.KeyOf(check);

        Assert.Equal(3, new[] { first, library, plugin }.Distinct().Count());
    }

    [Fact]
    public void A_package_script_counts_with_the_programs_that_it_names()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", "node_modules\n");
        bench.Tool("npm", Node);
        bench.Write("package.json", "{\"scripts\":{\"test\":\"lint src\"}}");
        bench.Tool("lint", "#!/bin/sh\nexit 0\n", bench.Repository.PathOf("node_modules/.bin"));
        var check = Bench.Whole("npm", "test");
        var first = bench.KeyOf(check);

        bench.Tool("lint", "#!/bin/sh\nexit 1\n", bench.Repository.PathOf("node_modules/.bin"));

        Assert.NotEqual(first, bench.KeyOf(check));
    }

    [Fact]
    public void What_is_installed_in_a_virtual_environment_counts()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", ".venv\n");
        var site = ".venv/lib/python3.12/site-packages";
        bench.Write(".venv/pyvenv.cfg", "home = /usr/bin\nversion = 3.12\n");
        bench.Tool("python3", Node, bench.Repository.PathOf(".venv/bin"));
        bench.Tool("lint", $"#!{bench.Repository.PathOf(".venv/bin/python3")}\nfrom lint import main\n", bench.Repository.PathOf(".venv/bin"));
        bench.Write(site + "/lint/__init__.py", "1");
        bench.Write(site + "/lint-1.0.dist-info/RECORD", "lint/__init__.py,sha256=a,1\n");
        bench.Write(site + "/other-1.0.dist-info/RECORD", "other.py,sha256=a,1\n");
        var check = Bench.Whole(".venv/bin/lint");
        var first = bench.KeyOf(check);

        bench.Write(site + "/other-1.0.dist-info/RECORD", "other.py,sha256=b,1\n");
        var record = bench.KeyOf(check);
        bench.Write(site + "/lint/__init__.py", "2");
        var source = bench.KeyOf(check);
        bench.Write(site + "/lint/__pycache__/x.pyc", "2");

        Assert.Equal(3, new[] { first, record, source }.Distinct().Count());
        Assert.Equal(source, bench.KeyOf(check));
    }

    [Fact]
    public void A_package_installed_in_place_from_elsewhere_has_no_key()
    {
        using var bench = Bench.Create();
        bench.Write(".gitignore", ".venv\n");
        bench.Write(".venv/pyvenv.cfg", "");
        bench.Tool("python", Node, bench.Repository.PathOf(".venv/bin"));
        bench.Write(".venv/lib/python3.12/site-packages/lib-1.0.dist-info/direct_url.json", "{\"dir_info\": {\"editable\": true}, \"url\": \"file:///elsewhere\"}");

        Assert.Contains("installed in place", bench.Of(Bench.Whole(".venv/bin/python", "-m", "lib")).Obstacle, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_of_a_known_tool_count_from_the_folders_above_and_from_home()
    {
        using var bench = Bench.Create();
        bench.Tool("ruff", "#!/bin/sh\n");
        var check = new Check("lint") { Run = Command.Exec("ruff", "{files}"), Files = Scene.Globs("*.py") };
        var first = bench.KeyOf(check, "src/app.py");

        bench.Write("../ruff.toml", "a");
        var above = bench.KeyOf(check, "src/app.py");
        bench.Write("../home/.config/ruff/ruff.toml", "a");
        var home = bench.KeyOf(check, "src/app.py");

        Assert.Equal(3, new[] { first, above, home }.Distinct().Count());
    }

    [Fact]
    public void A_shim_of_a_version_manager_counts_with_every_version_that_it_may_choose()
    {
        using var bench = Bench.Create();
        var root = Path.Combine(bench.Repository.Outside, "pyenv");
        bench.Tool("lint", "#!/bin/sh\nexec pyenv exec lint\n", root + "/shims");
        bench.Environment = bench.Environment.With("PATH", $"{root}/shims:/usr/bin:/bin");
        Assert.Contains("stands in", bench.Of(Bench.Whole("lint")).Obstacle, System.StringComparison.Ordinal);
        bench.Tool("lint", "#!/bin/sh\nexit 0\n", root + "/versions/3.12/bin");
        var first = bench.KeyOf(Bench.Whole("lint"));

        bench.Tool("lint", "#!/bin/sh\nexit 1\n", root + "/versions/3.12/bin");
        var tool = bench.KeyOf(Bench.Whole("lint"));
        File.WriteAllText(root + "/version", "3.12");
        var choice = bench.KeyOf(Bench.Whole("lint"));

        Assert.Equal(3, new[] { first, tool, choice }.Distinct().Count());
    }
}
