using FirstTry.Git.Internal;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class RepositoryConfigTests
{
    [Theory]
    [InlineData("[core]\n\tworktree = /a b/c\n")]
    [InlineData("[core] worktree = /a b/c")]
    [InlineData("[CORE]\nWorkTree=/wrong\n[core]\nworktree=/a b/c ; comment\n")]
    [InlineData("; [core]\n[core]\nworktree = \"/a b/c\" # comment\n")]
    [InlineData("[core]\nworktree = /a \\\nb/c\n")]
    [InlineData("[core]\r\n\tworktree = /a b/c\r\n")]
    [InlineData("[remote \"core\"]\nworktree = /wrong\n[core]\nbare = false\nworktree = /a\" \"b/c   \n[branch \"a]b\"]\nworktree = /wrong\n")]
    [InlineData("[core]\nworktree = /a b/c\n[core \"sub\"]\nworktree = /wrong\n")]
    public void A_value_is_what_git_reads(string text)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("config", text);

        var value = RepositoryConfig.Parse(text)["core.worktree"];

        Assert.Equal("/a b/c", value);
        Assert.Equal(repository.Git("config", "--file", "config", "--get", "core.worktree"), value);
    }

    [Theory]
    [InlineData("[core]\nbare\n", true)]
    [InlineData("[core]\nbare = Yes\n", true)]
    [InlineData("[core]\nbare = on\n", true)]
    [InlineData("[core]\nbare = 1\n", true)]
    [InlineData("[core]\nbare = false\n", false)]
    [InlineData("[core]\nbare =\n", false)]
    [InlineData("", false)]
    public void On_and_off_have_many_words(string text, bool isTrue)
    {
        Assert.Equal(isTrue, RepositoryConfig.Parse(text).IsTrue("core.bare"));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[core")]
    [InlineData("[core]\nworktree")]
    [InlineData("[core]\nworktree =")]
    [InlineData("[core]\nworktree = \"\\")]
    [InlineData("[a \"\\")]
    [InlineData("worktree = /x")]
    [InlineData("= [] ] \" \\")]
    public void A_damaged_file_does_not_break_the_reader(string text)
    {
        Assert.DoesNotContain("/x", RepositoryConfig.Parse(text)["core.worktree"] ?? "", System.StringComparison.Ordinal);
    }
}
