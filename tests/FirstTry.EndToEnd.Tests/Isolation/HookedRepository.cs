using System.IO;
using System.Runtime.CompilerServices;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>Repositories with a few committed files, a config and its hooks.</summary>
internal static class HookedRepository
{
    /// <summary>A check that objects when the files are not what is in the index of the commit, and notes that it ran.</summary>
    internal const string TreeIsIndex = """
            tree-is-index:
              run: "echo ran >> ../ran; GIT_OPTIONAL_LOCKS=0 git diff --exit-code --ignore-submodules"
              pass_env: [GIT_INDEX_FILE]
        """;

    private const string Base = """
        seq 1 20 > a.txt; seq 1 20 > b.txt; mkdir dir; seq 1 20 > dir/c.txt; printf '#!/bin/sh\n' > run.sh; chmod +x run.sh
        ln -s a.txt link; head -c 100000 /dev/urandom > blob.bin; printf 'no newline' > plain.txt
        """;

    /// <summary>A repository whose pre-commit runs these checks.</summary>
    internal static TemporaryRepository Create(string checks, string isolate = "tracked", string names = "[tree-is-index]", [CallerMemberName] string test = "")
    {
        var repository = TemporaryRepository.Create(test: test);
        repository.Write("firsttry.yml", $"version: 1\nchecks:\n{checks}\nhooks:\n  pre-commit: {{ checks: {names}, isolate: {isolate} }}\n");
        TreePicture.Shell(repository, Base);
        repository.Firsttry("install");
        repository.CommitAll("base");
        return repository;
    }

    /// <summary>How often a check noted that it ran.</summary>
    internal static int Runs(TemporaryRepository repository) =>
        File.Exists(Path.Combine(repository.Outside, "ran")) ? File.ReadAllLines(Path.Combine(repository.Outside, "ran")).Length : 0;
}
