using System.Collections.Generic;
using System.Linq;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>Whatever is staged in part: checks see what is staged, and everything else is afterwards as it was, to the nanosecond.</summary>
public sealed class PartlyStagedTests
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["add"] = "seq 1 5 > new.txt; git add new.txt; echo more >> new.txt",
        ["edit"] = "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^9$/nine/ a.txt",
        ["edit of the same line"] = "sed -i s/^3$/three/ a.txt; git add a.txt; sed -i s/^three$/3/ a.txt",
        ["edit of a file that is not staged"] = "echo more >> a.txt",
        ["delete"] = "rm a.txt; rm -r dir",
        ["delete of a staged file"] = "echo more >> a.txt; git add a.txt; rm a.txt",
        ["delete staged and file there again"] = "git rm -q --cached a.txt; echo mine > a.txt",
        ["rename"] = "git mv a.txt z.txt; echo more >> z.txt",
        ["rename that is not staged"] = "mv a.txt z.txt; mv dir elsewhere",
        ["mode"] = "chmod +x a.txt; chmod -x run.sh",
        ["mode staged and taken back"] = "git update-index --chmod=+x a.txt; chmod -x a.txt",
        ["mode and content"] = "chmod +x a.txt; git add a.txt; chmod -x a.txt; echo more >> a.txt",
        ["symlink to another target"] = "ln -sfn b.txt link",
        ["symlink that became a file"] = "rm link; echo file > link",
        ["file that became a symlink"] = "rm a.txt; ln -s b.txt a.txt",
        ["symlink to nothing"] = "ln -sfn /does/not/exist link",
        ["symlink to a folder"] = "rm a.txt; ln -s dir a.txt",
        ["folder that became a symlink"] = "mkdir other; mv dir/c.txt other; rmdir dir; ln -s other dir",
        ["file that became a folder"] = "rm a.txt; mkdir a.txt; echo inside > a.txt/inside",
        ["folder that became a file"] = "rm -r dir; echo file > dir",
        ["binary"] = "head -c 50000 /dev/urandom > blob.bin; git add blob.bin; head -c 70000 /dev/urandom > blob.bin",
        ["CRLF with autocrlf"] = "git config core.autocrlf true; printf 'a\\r\\nb\\r\\n' > crlf.txt; git add crlf.txt 2>/dev/null; printf 'a\\r\\nb\\r\\nc\\r\\n' > crlf.txt",
        ["CRLF without autocrlf"] = "printf 'a\\r\\nb\\n' > crlf.txt; git add crlf.txt; printf 'a\\nb\\r\\n' > crlf.txt",
        ["line ends by attribute"] = "echo '*.win text eol=crlf' > .gitattributes; printf 'a\\r\\n' > x.win; git add .; printf 'a\\r\\nb\\r\\n' > x.win",
        ["no final newline"] = "printf 'still no newline' > plain.txt; git add plain.txt; printf 'now\\nnone' > plain.txt",
        ["empty"] = ": > a.txt; git add a.txt; echo not > a.txt; : > b.txt",
        ["clean and smudge filter"] =
            "git config filter.up.clean 'tr a-z A-Z'; git config filter.up.smudge 'tr A-Z a-z'; echo '*.up filter=up' > .gitattributes; "
            + "echo one > x.up; git add .; echo two >> x.up",
        ["encoding"] =
            "echo '*.u16 text working-tree-encoding=UTF-16LE' > .gitattributes; printf 'a\\0\\n\\0' > x.u16; git add .; printf 'a\\0\\n\\0b\\0\\n\\0' > x.u16",
        ["attributes themselves"] = "echo '*.txt text eol=lf' > .gitattributes; git add .; echo '*.txt -text' > .gitattributes; echo more >> a.txt",
        ["submodule"] =
            "git init -q ../sub; git -C ../sub commit -q --allow-empty -m one; git -c protocol.file.allow=always submodule --quiet add ../sub sub; "
            + "git -C sub commit -q --allow-empty -m two; echo dirty > sub/dirty; echo more >> a.txt",
        ["read-only file"] = "echo more >> a.txt; chmod a-w a.txt",
        ["times of long ago"] = "echo more >> a.txt; touch -d '2001-02-03 04:05:06.789' a.txt b.txt",
        ["time in the future"] = "echo more >> a.txt; touch -d '2101-02-03 04:05:06.789' a.txt",
        ["ignored file"] = "echo '*.log' > .gitignore; git add .gitignore; echo log > x.log; echo more >> a.txt",
        ["tracked file that is ignored"] = "echo '*.txt' > .gitignore; git add .gitignore; echo more >> a.txt",
        ["everything at once"] = "echo x >> a.txt; rm b.txt; chmod +x dir/c.txt; ln -sfn b.txt link; echo x >> plain.txt; head -c 9 /dev/urandom > blob.bin",
    };

    public static TheoryData<string> Names => [.. Scripts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Checks_see_what_is_staged_and_the_rest_is_as_it_was(string name)
    {
        using var repository = HookedRepository.Create(HookedRepository.TreeIsIndex, test: $"partly-staged-{name}");
        TreePicture.Shell(repository, "echo staged > staged.txt; git add staged.txt; " + Scripts[name]);
        var (tree, index, content) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository), repository.Git("write-tree"));

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(1, HookedRepository.Runs(repository));
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
        Assert.Equal(content, repository.Git("rev-parse", "HEAD^{tree}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_check_that_objects_leaves_everything_as_it_was(string name)
    {
        const string Failing = "    tree-is-index: { run: \"echo ran >> ../ran; exit 1\" }";
        using var repository = HookedRepository.Create(Failing, isolate: "all", test: $"objects-{name}");
        TreePicture.Shell(repository, "echo staged > staged.txt; git add staged.txt; echo loose > loose.txt; mkdir hollow; " + Scripts[name]);
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.Equal((1, 1), (commit.ExitCode, HookedRepository.Runs(repository)));
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
    }

    [Fact]
    public void An_announced_file_is_not_in_the_commit_and_stays()
    {
        using var repository = HookedRepository.Create("    tree-is-index: { run: \"echo ran >> ../ran; ls > ../seen\" }");
        TreePicture.Shell(repository, "echo staged > staged.txt; git add staged.txt; echo soon > soon.txt; git add -N soon.txt; echo more >> a.txt");
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        var commit = repository.TryGit("commit", "-m", "part");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.DoesNotContain("soon.txt", TreePicture.Shell(repository, "cat ../seen").Split('\n'));
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
    }

    [Fact]
    public void Unmerged_files_are_left_alone()
    {
        using var repository = HookedRepository.Create("    tree-is-index: { run: \"echo ran >> ../ran\" }");
        TreePicture.Shell(repository, """
            git checkout -q -b side; echo side > a.txt; git commit -q --no-verify -am side
            git checkout -q main; echo main > a.txt; git commit -q --no-verify -am main
            git merge -q side >/dev/null && exit 1
            echo more >> b.txt
            """);
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        var hook = repository.Firsttry("hook", "pre-commit");

        Assert.True(hook.ExitCode == 0, hook.ToString());
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
    }

    [Fact]
    public void Where_nothing_is_unstaged_not_one_file_or_ref_is_written()
    {
        using var repository = HookedRepository.Create("    tree-is-index: { run: \"find .git -newer ../before ! -name runs.jsonl ! -path .git/firsttry > ../written; ls .git/firsttry > ../ours || true\" }");
        TreePicture.Shell(repository, "echo staged > staged.txt; git add staged.txt; echo loose > loose.txt; sleep 0.01; touch ../before; sleep 0.01");
        var tree = TreePicture.OfTree(repository);

        var hook = repository.Firsttry("hook", "pre-commit");

        Assert.True(hook.ExitCode == 0, hook.ToString());
        Assert.Equal("", TreePicture.Shell(repository, "cat ../written"));
        Assert.Equal("", repository.Git("for-each-ref", "refs/worktree"));
        Assert.Equal(tree, TreePicture.OfTree(repository));
    }

    [Fact]
    public void Three_thousand_files_with_long_names_are_hidden_and_come_back()
    {
        using var repository = HookedRepository.Create(HookedRepository.TreeIsIndex);
        TreePicture.Shell(repository, """
            long=$(printf '%0200d' 7)
            for i in $(seq 1 3000); do echo $i > "$long-$i.txt"; done
            git add .; git commit -q --no-verify -m many
            for i in $(seq 1 3000); do echo staged >> "$long-$i.txt"; done
            git add .
            for i in $(seq 1 3000); do echo unstaged >> "$long-$i.txt"; done
            """);
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        var commit = repository.TryGit("commit", "-q", "-m", "many");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(1, HookedRepository.Runs(repository));
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
    }

    [Fact]
    public void Hostile_names_are_hidden_and_come_back()
    {
        using var repository = HookedRepository.Create(HookedRepository.TreeIsIndex);
        TreePicture.Shell(repository, """
            make() {
                for name in 'with space' "quo'te" 'dou"ble' 'back`tick`' '$(touch pwned)' "line
            end" '-dash' 'trailing ' '*' '?' '[id].js' 'd.js' '{a,b}' '~' '#x' ':(top)x' '!not' 'back\slash' "$(printf 'tab\there')" "$(printf 'bad\377utf')" "$(printf 'caf\303\251')"; do
                    printf '%s\n' "$1" >> "./$name"
                done
            }
            make base; git add -A; git commit -q --no-verify -m base; make staged; git add -A; make unstaged
            """);
        var (tree, index) = (TreePicture.OfTree(repository), TreePicture.OfIndex(repository));

        var commit = repository.TryGit("commit", "-q", "-m", "names");

        Assert.True(commit.ExitCode == 0, commit.ToString());
        Assert.Equal(tree, TreePicture.OfTree(repository));
        Assert.Equal(index, TreePicture.OfIndex(repository));
        Assert.Equal(21, repository.Git("diff", "--name-only", "-z").Count(character => character == '\0'));
    }
}
