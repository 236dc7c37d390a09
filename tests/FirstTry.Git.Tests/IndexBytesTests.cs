using System.IO;
using FirstTry.Git.Internal.Index;
using FirstTry.Testing;

namespace FirstTry.Git.Tests;

public sealed class IndexBytesTests
{
    [Fact]
    public void An_index_is_the_same_read_and_not_copied()
    {
        using var repository = TemporaryRepository.Create();
        for (var i = 0; i < 300; i++)
        {
            repository.Write($"d{i % 7}/f{i}.txt", $"{i}");
        }

        repository.CommitAll();
        var path = repository.PathOf(".git/index");

        var mapped = IndexFile.TryParse(IndexBytes.TryMap(path)!, idLength: 20)!;
        var read = IndexFile.TryParse(File.ReadAllBytes(path), idLength: 20)!;

        Assert.Equal(read.Count, mapped.Count);
        for (var i = 0; i < read.Count; i++)
        {
            Assert.Equal(read[i], mapped[i]);
            Assert.Equal(read.NameOf(i), mapped.NameOf(i));
            Assert.Equal(read.IdOf(i), mapped.IdOf(i));
            Assert.Equal(i, mapped.Find(read.NameOf(i)));
        }
    }

    [Fact]
    public void An_index_that_git_replaces_stays_what_it_was_for_those_who_read_it()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "1");
        repository.CommitAll();
        var before = IndexFile.TryParse(IndexBytes.TryMap(repository.PathOf(".git/index"))!, idLength: 20)!;
        var id = before.IdOf(0).ToArray();
        repository.Write("a", "2");
        repository.Write("b", "1");

        repository.Git("add", "--all");

        Assert.Equal(1, before.Count);
        Assert.Equal(id, before.IdOf(0).ToArray());
        Assert.Equal(2, IndexFile.TryParse(IndexBytes.TryMap(repository.PathOf(".git/index"))!, idLength: 20)!.Count);
    }

    [Fact]
    public void Only_the_same_file_unchanged_is_still_there()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("a", "1");
        repository.CommitAll();
        var path = repository.PathOf(".git/index");
        var mapped = IndexBytes.TryMap(path)!;

        Assert.True(mapped.IsStill(path));

        File.Copy(path, path + ".copy");
        Assert.False(mapped.IsStill(path + ".copy"));

        File.Move(path + ".copy", path, overwrite: true);
        Assert.False(mapped.IsStill(path));

        File.Delete(path);
        Assert.False(mapped.IsStill(path));
    }

    [Fact]
    public void An_index_that_is_asked_for_twice_is_the_one_that_lies_there_each_time()
    {
        using var repository = TemporaryRepository.Create();
        var path = repository.PathOf(".git/index");
        for (var i = 1; i <= 3; i++)
        {
            repository.Write($"f{i}", "1");
            repository.CommitAll();

            Assert.Equal(i, IndexFile.TryParse(IndexBytes.OfFile(path), idLength: 20)!.Count);
            Assert.Equal(i, IndexFile.TryParse(IndexBytes.OfFile(path), idLength: 20)!.Count);
        }
    }

    [Fact]
    public void What_the_kernel_does_not_give_is_read_as_a_file_or_is_an_error()
    {
        using var repository = TemporaryRepository.Create();
        repository.Write("empty", "");

        Assert.Null(IndexBytes.TryMap(repository.PathOf("empty")));
        Assert.Null(IndexBytes.TryMap(repository.PathOf("absent")));
        Assert.Null(IndexBytes.TryMap(repository.Root));
        Assert.Empty(IndexBytes.OfFile(repository.PathOf("empty")).Span.ToArray());
        Assert.Throws<FileNotFoundException>(() => IndexBytes.OfFile(repository.PathOf("absent")));
    }
}
