using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using FirstTry.Git.Internal;
using FirstTry.Git.Internal.Index;
using FirstTry.Git.Internal.Staged;
using FirstTry.Graph;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

/// <summary>What is staged, from the index that was read anyway and HEAD's trees, beside what git itself finds.</summary>
public sealed class StagedComparisonTests
{
    private const string FileOfTree = "100644 a\0aaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Random_steps_are_seen_as_git_sees_them(int seed)
    {
        using var repository = TemporaryRepository.Create();
        var steps = new RandomSteps(repository, new Random(seed));
        repository.Write("first", "1");
        repository.CommitAll();

        for (var i = 0; i < 40; i++)
        {
            var step = steps.Take();
            var (compared, told) = BothWays(repository);

            Assert.True(compared.Files.SequenceEqual(told.Files), $"files after step {i}, {step}: {string.Join(' ', compared.Files)} and by git {string.Join(' ', told.Files)}");
            Assert.True(compared.Deleted.SequenceEqual(told.Deleted), $"deleted after step {i}, {step}: {string.Join(' ', compared.Deleted)} and by git {string.Join(' ', told.Deleted)}");
        }
    }

    [Fact]
    public void Only_the_trees_on_the_way_to_what_is_staged_are_asked_for()
    {
        using var repository = TemporaryRepository.Create();
        Enumerable.Range(0, 40).ToList().ForEach(i => repository.Write($"d{i}/sub/f.txt", "1"));
        repository.CommitAll();
        repository.Write("d7/sub/f.txt", "2");
        repository.Git("add", "d7");

        var questions = Questions(repository);

        Assert.Equal(["HEAD^{tree}", repository.Git("rev-parse", "HEAD:d7"), repository.Git("rev-parse", "HEAD:d7/sub")], questions);
    }

    [Fact]
    public void A_tree_that_the_index_knows_to_be_another_is_asked_for()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("d/f.txt", "1");
        repository.Write("e/f.txt", "1");
        repository.CommitAll();
        repository.Write("d/f.txt", "2");
        repository.Git("add", "d");
        repository.Git("write-tree");

        var questions = Questions(repository);

        Assert.Equal(["HEAD^{tree}", repository.Git("rev-parse", "HEAD:d")], questions);
        Assert.Equal(["d/f.txt"], BothWays(repository).Compared.Files.Names());
    }

    [Fact]
    public void An_index_without_cached_trees_is_compared_with_all_trees()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a/f.txt", "1");
        repository.Write("b/f.txt", "1");
        repository.CommitAll();
        File.Delete(repository.PathOf(".git/index"));
        repository.Git("add", "b");

        var (compared, told) = BothWays(repository);

        Assert.Equal(["a/f.txt"], compared.Deleted.Names());
        Assert.Equal(told.Deleted, compared.Deleted);
        Assert.Empty(compared.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("100644 a\0aaaaaaaaaaaaaaaaaaa")]
    [InlineData("100644 \0aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("100644a\0aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("1x0644 a\0aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("100644 a/b\0aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("777777777777 a\0aaaaaaaaaaaaaaaaaaaa")]
    [InlineData(FileOfTree + FileOfTree)]
    [InlineData("100644 b\0aaaaaaaaaaaaaaaaaaaa" + FileOfTree)]
    public void A_tree_that_is_not_in_order_is_left_to_git(string tree)
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "1");
        repository.CommitAll();
        var comparison = new StagedComparison(() => IndexOf(repository));
        _ = comparison.Ask([], out _);

        var next = comparison.Ask(Encoding.ASCII.GetBytes($"{new string('0', 40)} tree {tree.Length}\n{tree}\n"), out _);

        Assert.Null(next);
        Assert.Equal(tree.Length == 0, comparison.IsComplete);
    }

    [Theory]
    [InlineData("HEAD^{tree} missing\n")]
    [InlineData("0000000000000000000000000000000000000000 commit 0\n\n")]
    [InlineData("0000000000000000000000000000000000000000 tree x\n\n")]
    [InlineData("0000000000000000000000000000000000000000 tree 1x\n\n")]
    [InlineData("0000000000000000000000000000000000000000 tree 99999999999\n\n")]
    public void An_answer_that_is_no_tree_is_left_to_git(string answer)
    {
        var comparison = new StagedComparison(() => throw new InvalidOperationException("there is nothing to compare"));
        _ = comparison.Ask([], out _);

        Assert.Null(comparison.Ask(Encoding.ASCII.GetBytes(answer), out _));
        Assert.False(comparison.IsComplete);
    }

    [Fact]
    public void An_answer_is_taken_when_all_of_it_is_there()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "1");
        repository.CommitAll();
        var tree = $"100644 b\0{new string('a', 20)}";
        var answer = Encoding.ASCII.GetBytes($"{new string('0', 40)} tree {tree.Length}\n{tree}\n");
        var comparison = new StagedComparison(() => IndexOf(repository));
        _ = comparison.Ask([], out _);

        for (var length = 0; length < answer.Length; length++)
        {
            Assert.Empty(comparison.Ask(answer.AsSpan(0, length), out var heard) ?? [1]);
            Assert.Equal(0, heard);
        }

        Assert.Null(comparison.Ask(answer, out var all));
        Assert.Equal(answer.Length, all);
        Assert.Equal(["a"], comparison.ToChangeSet(FileSelection.Staged).Files.Names());
        Assert.Equal(["b"], comparison.ToChangeSet(FileSelection.Staged).Deleted.Names());
    }

    [Fact]
    public void Cached_trees_that_are_cut_or_mixed_up_are_not_believed()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("d/e/f.txt", "1");
        repository.Write("g/f.txt", "1");
        repository.CommitAll();
        var file = File.ReadAllBytes(repository.PathOf(".git/index"));
        var start = file.AsSpan().IndexOf("TREE"u8) + 8;
        var end = file.Length - 20;
        var random = new Random(5);

        for (var i = 0; i < 3_000; i++)
        {
            var changed = file.ToArray();
            changed[random.Next(start, end)] = (byte)"0123456789-\0\n d\u007f"[random.Next(16)];
            var trees = CachedTrees.Of(IndexFile.TryParse(changed, 20)!);

            // Whatever it says, folders are found in it, and an id where it has as many entries as the index.
            _ = trees.FoldersIn(trees.Root).Values.Sum(folder => trees.IdOf(folder, 1).Length + trees.FoldersIn(folder).Count);
        }
    }

    private static IndexFile? IndexOf(TemporaryRepository repository) => IndexFile.TryParse(File.ReadAllBytes(repository.PathOf(".git/index")), 20);

    private static (ChangeSet Compared, ChangeSet Told) BothWays(TemporaryRepository repository)
    {
        var (comparison, _) = Converse(repository);
        Assert.True(comparison.IsComplete);
        return (comparison.ToChangeSet(FileSelection.Staged), repository.Changes().Staged());
    }

    private static List<string> Questions(TemporaryRepository repository) => Converse(repository).Questions;

    private static (StagedComparison Comparison, List<string> Questions) Converse(TemporaryRepository repository)
    {
        var comparison = new StagedComparison(() => IndexOf(repository));
        var (questions, answers) = (new List<string>(), new List<byte>());
        for (var next = comparison.Ask([], out _); next is { Length: > 0 };)
        {
            questions.AddRange(Encoding.ASCII.GetString(next).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            answers.AddRange(new GitCommand(repository.Worktree(), repository.Block()).Feed(next, "cat-file", "--batch"));
            next = comparison.Ask(answers.ToArray(), out var heard);
            answers.RemoveRange(0, heard);
        }

        return (comparison, questions);
    }
}
