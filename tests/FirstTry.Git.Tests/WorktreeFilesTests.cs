using System.IO;
using System.Text;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class WorktreeFilesTests
{
    [Fact]
    public void A_name_that_is_not_text_is_read_and_replaced()
    {
        using var directory = TemporaryDirectory.Create();
        CommandLine.Run(directory.FullPath, "sh", ["-c", "printf old > \"$(printf 'caf\\351')\""]);
        var path = new RepoPath([0x63, 0x61, 0x66, 0xe9]);

        WorktreeFiles.Replace(directory.FullPath, path, "new"u8.ToArray());

        Assert.Equal("new", Encoding.UTF8.GetString(WorktreeFiles.Read(directory.FullPath, path)));
        Assert.Equal("new", CommandLine.Run(directory.FullPath, "sh", ["-c", "cat caf*; ls -A | wc -l"]).Output[..3]);
        Assert.Single(Directory.GetFileSystemEntries(directory.FullPath));
    }

    [Fact]
    public void A_replaced_file_keeps_its_mode()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("script"), "old");
        File.SetUnixFileMode(directory.PathOf("script"), (UnixFileMode)0b111_101_001);

        WorktreeFiles.Replace(directory.FullPath, RepoPath.FromText("script"), "new"u8.ToArray());

        Assert.Equal((UnixFileMode)0b111_101_001, File.GetUnixFileMode(directory.PathOf("script")));
        Assert.Equal(FileKind.Executable, WorktreeFiles.KindOf(directory.FullPath, RepoPath.FromText("script")));
    }

    [Fact]
    public void A_link_is_its_target_and_is_not_replaced()
    {
        using var directory = TemporaryDirectory.Create();
        File.WriteAllText(directory.PathOf("target"), "content");
        File.CreateSymbolicLink(directory.PathOf("link"), "target");
        var link = RepoPath.FromText("link");

        Assert.Equal(FileKind.Symlink, WorktreeFiles.KindOf(directory.FullPath, link));
        Assert.Equal("target", Encoding.UTF8.GetString(WorktreeFiles.Read(directory.FullPath, link)));
        Assert.Throws<IOException>(() => WorktreeFiles.Replace(directory.FullPath, link, "x"u8.ToArray()));
        Assert.Equal("content", File.ReadAllText(directory.PathOf("target")));
    }

    [Fact]
    public void What_is_not_there_is_absent_and_cannot_be_read()
    {
        using var directory = TemporaryDirectory.Create();

        Assert.Equal(FileKind.Absent, WorktreeFiles.KindOf(directory.FullPath, RepoPath.FromText("a")));
        Assert.Equal(FileKind.Directory, WorktreeFiles.KindOf(Path.GetDirectoryName(directory.FullPath)!, RepoPath.FromText(Path.GetFileName(directory.FullPath))));
        Assert.Throws<IOException>(() => WorktreeFiles.Read(directory.FullPath, RepoPath.FromText("a")));
    }

    [Fact]
    public void A_pipe_is_not_waited_for()
    {
        using var directory = TemporaryDirectory.Create();
        CommandLine.Run(directory.FullPath, "mkfifo", ["pipe"]);

        Assert.Throws<IOException>(() => WorktreeFiles.Read(directory.FullPath, RepoPath.FromText("pipe")));
    }
}
