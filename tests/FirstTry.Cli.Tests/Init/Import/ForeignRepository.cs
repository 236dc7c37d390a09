using System;
using System.IO;
using System.Runtime.CompilerServices;
using FirstTry.Testing;

namespace FirstTry.Cli.Tests.Init.Import;

/// <summary>A made-up repository that another tool checks, from a file of the corpus.</summary>
internal sealed class ForeignRepository : IDisposable
{
    private const string Mark = "=== ";

    private readonly TemporaryDirectory _directory;

    private ForeignRepository(TemporaryDirectory directory) => _directory = directory;

    public string Root => _directory.FullPath;

    public static string Corpus([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "corpus");

    public static ForeignRepository Of(string name)
    {
        var repository = new ForeignRepository(TemporaryDirectory.Create(name));
        StreamWriter? writer = null;
        foreach (var line in File.ReadAllLines(Path.Combine(Corpus(), name + ".txt")))
        {
            if (!line.StartsWith(Mark, StringComparison.Ordinal))
            {
                writer!.Write(line + "\n");
                continue;
            }

            writer?.Dispose();
            writer = repository.Create(line[Mark.Length..]);
        }

        writer?.Dispose();
        return repository;
    }

    public static ForeignRepository With(string test, string path, string content) => With(test, (path, content));

    public static ForeignRepository With(string test, params (string Path, string Content)[] files)
    {
        var repository = new ForeignRepository(TemporaryDirectory.Create(test));
        foreach (var (path, content) in files)
        {
            using var writer = repository.Create(path);
            writer.Write(content);
        }

        return repository;
    }

    public void Dispose() => _directory.Dispose();

    private StreamWriter Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory.PathOf(path))!);
        return new StreamWriter(_directory.PathOf(path));
    }
}
