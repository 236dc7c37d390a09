using System;
using System.IO;
using System.Text;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class TrackedEntriesTests
{
    [Fact]
    public void Every_tracked_path_has_what_the_file_system_says()
    {
        using var repository = Committed("a.txt", "folder/b.txt", "folder/gone.txt");
        repository.Write("folder/b.txt", "edited and longer\n");
        File.Delete(repository.PathOf("folder/gone.txt"));

        var tracked = repository.Look().Tracked;

        Assert.Equal(["a.txt", "folder/b.txt", "folder/gone.txt"], Names(tracked));
        for (var i = 0; i < tracked.Count; i++)
        {
            Assert.Equal(WorktreeFiles.StatOf(repository.Root, tracked[i].Path), tracked[i].Status);
        }

        Assert.Equal(18, tracked[1].Status.Size);
        Assert.Equal(FileKind.Absent, tracked[2].Status.Kind);
    }

    [Fact]
    public void The_state_of_a_file_is_that_of_stat()
    {
        using var repository = Committed("a.txt");

        var status = repository.Look().Tracked[0].Status;

        var numbers = repository.Run("stat", ["--format=%i %s %f %Y %Z", "a.txt"]).Output.Trim().Split(' ');
        Assert.Equal(ulong.Parse(numbers[0]), status.Inode);
        Assert.Equal(long.Parse(numbers[1]), status.Size);
        Assert.Equal(Convert.ToUInt32(numbers[2], 16), status.Mode);
        Assert.Equal(long.Parse(numbers[3]), status.ModifiedNanoseconds / 1_000_000_000);
        Assert.Equal(long.Parse(numbers[4]), status.ChangedNanoseconds / 1_000_000_000);
        Assert.NotEqual(0UL, status.Device);
    }

    [Fact]
    public void The_index_tells_mode_and_id()
    {
        using var repository = Committed("a.txt", "run.sh");
        repository.Run("chmod", ["755", "run.sh"]);
        File.CreateSymbolicLink(repository.PathOf("link"), "a.txt");
        repository.Git("add", "--all");

        var tracked = repository.Look().Tracked;

        Assert.Equal(["100644 a.txt", "120000 link", "100755 run.sh"], Each(tracked, file => $"{Convert.ToString(file.Mode, 8)} {file.Path}"));
        Assert.Equal(repository.Git("rev-parse", ":a.txt"), Convert.ToHexStringLower(tracked[0].Id));
        Assert.Equal([FileKind.File, FileKind.Symlink, FileKind.Executable], Each(tracked, file => file.Status.Kind));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("split")]
    [InlineData("sparse")]
    public void Every_kind_of_index_tells_the_same(string kind)
    {
        using var repository = Committed("a.txt", "kept/b.txt", "left/c.txt", "left/d.txt");
        var before = Each(repository.Look().Tracked, file => $"{file.Path} {file.Mode} {Convert.ToHexString(file.Id)}");
        repository.Git(kind switch
        {
            "split" => ["update-index", "--split-index"],
            "sparse" => ["sparse-checkout", "set", "--cone", "--sparse-index", "kept"],
            _ => ["update-index", "--index-version", kind],
        });

        var tracked = repository.Look().Tracked;

        Assert.Equal(before, Each(tracked, file => $"{file.Path} {file.Mode} {Convert.ToHexString(file.Id)}"));
        Assert.Equal(
            [FileKind.File, FileKind.File, kind == "sparse" ? FileKind.Absent : FileKind.File],
            Each(tracked, file => file.Status.Kind)[..3]);
    }

    [Fact]
    public void A_conflict_is_one_path()
    {
        using var repository = Committed("a.txt", "b.txt");
        repository.Git("switch", "--quiet", "--create", "side");
        repository.Write("a.txt", "side\n");
        repository.CommitAll();
        repository.Git("switch", "--quiet", "main");
        repository.Write("a.txt", "main\n");
        repository.CommitAll();
        repository.TryGit("merge", "side");

        var tracked = repository.Look().Tracked;

        Assert.Equal(["a.txt True", "b.txt False"], Each(tracked, file => $"{file.Path} {file.IsUnmerged}"));
    }

    [Fact]
    public void A_file_behind_a_folder_that_became_a_link_is_absent()
    {
        using var repository = Committed("folder/a.txt");
        Directory.Move(repository.PathOf("folder"), repository.PathOf("elsewhere"));
        File.CreateSymbolicLink(repository.PathOf("folder"), "elsewhere");

        Assert.Equal(FileKind.Absent, repository.Look().Tracked[0].Status.Kind);
    }

    [Fact]
    public void A_path_is_found_by_its_bytes()
    {
        using var repository = Committed("a", "a.txt", "a-b", "z/y/x");
        var tracked = repository.Look().Tracked;

        Assert.All(Names(tracked), name => Assert.Equal(name, tracked[tracked.IndexOf(Encoding.UTF8.GetBytes(name))].Path.ToString()));
        Assert.Equal(~3, tracked.IndexOf("b"u8));
        Assert.Equal(~4, tracked.IndexOf("zz"u8));
    }

    [Fact]
    public void Without_an_index_nothing_is_tracked()
    {
        using var repository = TemporaryRepository.Create();

        Assert.Equal(0, repository.Look().Tracked.Count);
    }

    [Fact]
    public void The_same_look_answers_every_caller()
    {
        using var repository = Committed("a.txt");
        var look = WorktreeLook.Start(repository.Worktree(), repository.Block(), processors: 2);

        Assert.Same(look.Wait(), look.Wait());
    }

    private static string[] Names(TrackedEntries tracked) => Each(tracked, file => file.Path.ToString());

    private static T[] Each<T>(TrackedEntries tracked, Func<TrackedFile, T> of)
    {
        var all = new T[tracked.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = of(tracked[i]);
        }

        return all;
    }

    private static TemporaryRepository Committed(params string[] files)
    {
        var repository = TemporaryRepository.Create(test: nameof(TrackedEntriesTests));
        foreach (var file in files)
        {
            repository.Write(file, file + "\n");
        }

        repository.CommitAll();
        return repository;
    }
}
