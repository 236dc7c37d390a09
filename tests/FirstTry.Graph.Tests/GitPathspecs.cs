using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using FirstTry.Testing;

namespace FirstTry.Graph.Tests;

/// <summary>Asks real git which of a set of tracked paths its <c>:(glob)</c> pathspecs match.</summary>
internal sealed class GitPathspecs : IDisposable
{
    private const string EndOfAnswer = "//";

    private const string Script =
        """while IFS= read -r pattern; do git ls-files -z -- ":(glob)$pattern" || exit 1; printf '//\0'; done""";

    private readonly TemporaryRepository _repository;

    private GitPathspecs(TemporaryRepository repository) => _repository = repository;

    /// <summary>Tracks the paths, without files on disk; none may be a directory of another.</summary>
    public static GitPathspecs Track(IEnumerable<string> paths, [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        var entries = paths.Select(path => $"100644 e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\t{path}\0");
        var result = repository.Run("git", ["update-index", "-z", "--index-info"], string.Concat(entries));
        Assert.True(result.ExitCode == 0, result.ToString());
        return new GitPathspecs(repository);
    }

    /// <summary>The matched paths of each pattern; a pattern is one line.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Match(IReadOnlyCollection<string> patterns)
    {
        var distinct = patterns.Distinct(StringComparer.Ordinal).ToList();
        var result = _repository.Run("sh", ["-c", Script], string.Concat(distinct.Select(pattern => pattern + "\n")));
        Assert.True(result.ExitCode == 0, result.ToString());

        var answers = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var matched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in result.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (path == EndOfAnswer)
            {
                answers.Add(distinct[answers.Count], matched);
                matched = new HashSet<string>(StringComparer.Ordinal);
            }
            else
            {
                matched.Add(path);
            }
        }

        Assert.Equal(distinct.Count, answers.Count);
        return answers;
    }

    public void Dispose() => _repository.Dispose();
}
