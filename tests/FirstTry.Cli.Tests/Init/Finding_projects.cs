using System.Linq;

namespace FirstTry.Cli.Tests.Init;

public sealed class Finding_projects
{
    [Fact]
    public void What_git_ignores_is_not_there()
    {
        using var repo = Repo.Create()
            .With(".gitignore", "/generated/\n*.local/\n!kept.local/\n")
            .With("generated/go.mod").With("a.local/go.mod").With("kept.local/go.mod");

        Assert.Equal(["kept.local-go-test: go-test @ kept.local"], repo.Proposed());
    }

    [Fact]
    public void Projects_are_found_however_deep_they_lie()
    {
        using var repo = Repo.Create().With("a/b/c/d/e/f/g/go.mod");

        Assert.Equal(["a-b-c-d-e-f-g-go-test: go-test @ a/b/c/d/e/f/g"], repo.Proposed());
    }

    [Fact]
    public void A_folder_called_build_is_a_project_unless_it_lies_beside_one()
    {
        using var repo = Repo.Create().With("build/go.mod").With("packages/out/go.mod").With("web/package.json", "{}").With("web/dist/go.mod");

        Assert.Equal(["build-go-test: go-test @ build", "packages-out-go-test: go-test @ packages/out"], repo.Proposed());
    }

    [Fact]
    public void Without_a_gitignore_what_tools_wrote_is_still_no_project()
    {
        using var repo = Repo.Create()
            .With("App.csproj", "<Project/>").With("obj/x/go.mod").With("bin/Debug/go.mod")
            .With("env/pyvenv.cfg").With("env/lib/setup.py").With("env/lib/a.py").With("env/lib/mypy.ini");

        Assert.Equal(["build: dotnet-build"], repo.Proposed());
    }

    [Fact]
    public void What_tests_read_is_no_project()
    {
        using var repo = Repo.Create()
            .With("tests/fixtures/one/package.json", """{"scripts":{"test":"x"}}""").With("pkg/testdata/go.mod");

        Assert.Empty(repo.Proposed());
    }

    [Fact]
    public void What_a_check_would_object_to_already_is_excluded_and_said()
    {
        using var repo = Repo.Create().With("keys/a.pem", "-----BEGIN RSA " + "PRIVATE KEY-----\n").With("b.txt", "x\n");

        var check = repo.Graph().FindCheck("private-key")!;

        Assert.Equal(["keys/a.pem"], check.Exclude!.Including.Select(glob => glob.Pattern));
        Assert.Equal(["private-key excludes what it would object to already: keys/a.pem"], repo.Scan().Notes);
    }

    [Theory]
    [InlineData("keys/{0}.pem", "keys/*")]
    [InlineData("{0}/x.pem", null)]
    public void Many_objections_are_named_by_folder_or_the_check_is_left_out(string path, string? exclude)
    {
        using var repo = Repo.Create("many");
        for (var i = 0; i < 9; i++)
        {
            _ = repo.With(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, i), "-----BEGIN RSA " + "PRIVATE KEY-----\n");
        }

        Assert.Equal(exclude, repo.Graph().FindCheck("private-key")?.Exclude!.Including.Single().Pattern);
        Assert.Single(repo.Scan().Notes);
    }
}
