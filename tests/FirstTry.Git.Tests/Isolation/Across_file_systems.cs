using System.IO;
using FirstTry.Git.Isolation;
using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

/// <summary>Where two files cannot change places, because the git directory is on another file system.</summary>
public sealed class Across_file_systems
{
    private const string OtherFileSystem = "/dev/shm";

    [Fact]
    public void Everything_comes_back_as_it_was()
    {
        var gitDirectory = Path.Combine(OtherFileSystem, "firsttry-" + System.Guid.NewGuid().ToString("n"));
        using var repository = TemporaryRepository.Create(["--separate-git-dir", gitDirectory]);
        try
        {
            MakeChanges(repository);
            var before = repository.Files();

            var isolated = repository.Isolate(all: true)!;
            var meanwhile = (repository.Read("edited"), File.Exists(repository.PathOf("new")), File.Exists(repository.PathOf("gone")), new FileInfo(repository.PathOf("link")).LinkTarget);
            var results = isolated.Leave();

            Assert.Equal(("edited\n", false, true, "edited"), meanwhile);
            Assert.Equal(before, repository.Files());
            Assert.All(results, result => Assert.Equal(HiddenFileEnd.Restored, result.End));
            Assert.False(Recovery.IsNeeded(repository.Worktree()));
        }
        finally
        {
            Directory.Delete(gitDirectory, recursive: true);
        }
    }

    [Fact]
    public void What_a_killed_run_had_copied_comes_back()
    {
        var gitDirectory = Path.Combine(OtherFileSystem, "firsttry-" + System.Guid.NewGuid().ToString("n"));
        using var repository = TemporaryRepository.Create(["--separate-git-dir", gitDirectory]);
        try
        {
            MakeChanges(repository);
            var before = repository.Files();
            repository.Isolate(all: true);

            Recovery.Recover(repository.Worktree(), repository.Block(), FaultPoints.None);

            Assert.Equal(before, repository.Files());
        }
        finally
        {
            Directory.Delete(gitDirectory, recursive: true);
        }
    }

    private static void MakeChanges(TemporaryRepository repository)
    {
        foreach (var name in new[] { "edited", "mode", "gone", "becomes-link" })
        {
            repository.Write(name, name + "\n");
        }

        File.CreateSymbolicLink(repository.PathOf("link"), "edited");
        repository.CommitAll();
        repository.Write("edited", "mine\n");
        File.SetUnixFileMode(repository.PathOf("edited"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(repository.PathOf("mode"), (UnixFileMode)0x1ED);
        File.Delete(repository.PathOf("gone"));
        File.Delete(repository.PathOf("becomes-link"));
        File.CreateSymbolicLink(repository.PathOf("becomes-link"), "mode");
        File.Delete(repository.PathOf("link"));
        File.CreateSymbolicLink(repository.PathOf("link"), "mode");
        repository.Write("new", "new\n");
        repository.Run("touch", ["-d", "2001-02-03T04:05:06.123456789", "edited", "new"]);
    }
}
