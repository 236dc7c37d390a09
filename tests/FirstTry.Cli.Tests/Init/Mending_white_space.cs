using System.Linq;

namespace FirstTry.Cli.Tests.Init;

public sealed class Mending_white_space
{
    private const string Both = "[*]\ntrim_trailing_whitespace = true\ninsert_final_newline = true\n";

    [Theory]
    [InlineData(Both, "trailing-whitespace: trailing-whitespace, end-of-file: end-of-file")]
    [InlineData("[*.{py,sh}]\ninsert_final_newline=TRUE # always\n", "end-of-file: end-of-file")]
    [InlineData("[*]\ninsert_final_newline = false\n", "")]
    [InlineData("[*.py]\ninsert_final_newline = true\n[*]\ninsert_final_newline = false\n", "")]
    [InlineData("[*]\ninsert_final_newline = true\n[{a,b}/**.txt]\ninsert_final_newline = false\n", "")]
    [InlineData("[*]\ninsert_final_newline = true\n[file{1..3}]\ninsert_final_newline = unset\n", "")]
    [InlineData("[*.py]\ninsert_final_newline = true\n[file{1..3}]\ninsert_final_newline = true\n", "end-of-file: end-of-file")]
    public void It_is_proposed_where_editorconfig_asks_for_it(string content, string proposed)
    {
        using var repo = Repo.Create("editorconfig").With(".editorconfig", content);

        Assert.Equal(proposed, string.Join(", ", repo.Proposed()));
    }

    [Theory]
    [InlineData("[*]\ninsert_final_newline = true\n[*.md]\ninsert_final_newline = unset\n[/docs/**]\ninsert_final_newline = false\n", "", "*.md docs/**")]
    [InlineData("[*]\ninsert_final_newline = true\n[/only.txt]\ninsert_final_newline = false\n[**.txt]\ninsert_final_newline = false\n", "", "./only.txt *.txt")]
    [InlineData("[*]\ninsert_final_newline = false\n[*.cs]\ninsert_final_newline = true\n", "*.cs", "")]
    [InlineData("[*.md]\ninsert_final_newline = false\n[*]\ninsert_final_newline = true\n", "", "")]
    public void Sections_become_files_and_exclude(string content, string files, string exclude)
    {
        using var repo = Repo.Create("sections").With(".editorconfig", content);

        Assert.Equal((files, exclude), Globs(repo, "end-of-file"));
    }

    [Fact]
    public void A_file_further_down_speaks_for_its_folder()
    {
        using var repo = Repo.Create()
            .With(".editorconfig", "root = true\n[*]\ninsert_final_newline = true\n")
            .With("a/.editorconfig", "[*]\ninsert_final_newline = false\n")
            .With("b/.editorconfig", "[*.md]\ninsert_final_newline = false\n[/top.txt]\ninsert_final_newline = false\n")
            .With("c/.editorconfig", "root = true\n[*]\nindent_size = 2\n")
            .With("d/.editorconfig", "root = true\n[*]\ninsert_final_newline = true\n");

        Assert.Equal(("", "a/** b/**/*.md b/top.txt c/**"), Globs(repo, "end-of-file"));
    }

    [Fact]
    public void A_file_below_the_top_is_enough()
    {
        using var repo = Repo.Create().With("src/.editorconfig", "root = true\n[*]\ntrim_trailing_whitespace = true\n[*.md]\ntrim_trailing_whitespace = false\n");

        Assert.Equal(("src/**", "src/**/*.md"), Globs(repo, "trailing-whitespace"));
    }

    [Theory]
    [InlineData("tests/A.verified.txt", "*.{verified,received,approved}.*")]
    [InlineData("src/__snapshots__/a.test.js", "**/__snapshots__/**")]
    [InlineData("src/a.snap", "*.{snap,snapshot,golden}")]
    [InlineData("debian/patches/a.patch", "*.{patch,diff}")]
    [InlineData("tests/fixtures/bad.py", "**/fixtures/**")]
    [InlineData("pkg/testdata/a.txt", "**/testdata/**")]
    [InlineData("src/a.py", "")]
    public void Snapshots_and_test_data_stay_as_they_are(string path, string exclude)
    {
        using var repo = Repo.Create("data").With(".editorconfig", Both).With(path, "x \n");

        Assert.Equal(("", exclude), Globs(repo, "trailing-whitespace"));
    }

    [Theory]
    [InlineData("*.dat -text", "*.dat")]
    [InlineData("/gen.dat binary", "./gen.dat")]
    [InlineData("sub/*.dat linguist-generated=true", "sub/*.dat")]
    [InlineData("sub/** linguist-vendored", "sub/**")]
    [InlineData("# *.dat -text\n*.dat text eol=lf\n* -text", "")]
    [InlineData("*.png binary", "")]
    public void What_gitattributes_calls_binary_or_generated_stays_as_it_is(string attributes, string exclude)
    {
        using var repo = Repo.Create("attributes").With(".editorconfig", Both).With(".gitattributes", attributes + "\n")
            .With("gen.dat", "x \n").With("sub/gen.dat", "x \n").With("a.png", "\0");

        Assert.Equal(("", exclude), Globs(repo, "trailing-whitespace"));
    }

    [Fact]
    public void Attributes_that_no_glob_can_say_keep_the_mending_out()
    {
        using var repo = Repo.Create().With(".editorconfig", Both).With(".gitattributes", "\"with space.txt\" -text\n").With("with space.txt", "x");

        Assert.Empty(repo.Proposed());
    }

    [Fact]
    public void Data_that_the_check_would_not_look_at_is_not_named()
    {
        using var repo = Repo.Create().With(".editorconfig", "[*.py]\ninsert_final_newline = true\n").With("a.snap", "x").With("a.py", "x");

        Assert.Equal(("*.py", ""), Globs(repo, "end-of-file"));
    }

    private static (string Files, string Exclude) Globs(Repo repo, string check)
    {
        var found = repo.Graph().FindCheck(check)!;
        return (string.Join(' ', found.Files?.Including.Select(glob => glob.Pattern) ?? []), string.Join(' ', found.Exclude?.Including.Select(glob => glob.Pattern) ?? []));
    }
}
