using System;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests.Isolation;

/// <summary>A working tree as it is: every name with type, mode, time, link target and content, and the index. Names that are not text are fine.</summary>
internal static class TreePicture
{
    private const string Files = """
        find . -path ./.git -prune -o -path ./.git -o -type d -printf '%p d %m\n' | LC_ALL=C sort
        find . -path ./.git -prune -o ! -type d -printf '%p %y %m %T@ %l\n' | LC_ALL=C sort
        find . -path ./.git -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum
        """;

    /// <summary>Everything below the root.</summary>
    internal static string OfTree(TemporaryRepository repository) => Shell(repository, Files);

    /// <summary>What is staged: modes, ids, stages, names, and which files are only announced.</summary>
    internal static string OfIndex(TemporaryRepository repository) =>
        Shell(repository, "git ls-files --stage; git ls-files -t; git diff --name-only --diff-filter=A");

    /// <summary>Runs a script at the root; it must succeed.</summary>
    internal static string Shell(TemporaryRepository repository, string script)
    {
        var result = repository.Run("sh", ["-e", "-c", script]);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"{script}\n{result}");
    }
}
