using FirstTry.Testing;

namespace FirstTry.Git.Tests.Isolation;

/// <summary>Everything about the files of a working tree that somebody could miss: kind, mode, time, link, bytes; and the index.</summary>
internal static class TreePicture
{
    private const string Script = """
        find . -path ./.git -prune -o \( -type f -o -type l \) -printf '%y %m %T@ %l %p\n' | LC_ALL=C sort
        find . -path ./.git -prune -o -type d -printf '%y %m %p\n' | LC_ALL=C sort
        find . -path ./.git -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha1sum
        """;

    /// <summary>As text, for comparison.</summary>
    public static string Picture(this TemporaryRepository repository) =>
        repository.Files() + "\n" + repository.Git("ls-files", "--stage") + "\n" + repository.Git("status", "--porcelain");

    /// <summary>The files alone.</summary>
    public static string Files(this TemporaryRepository repository) => repository.Run("sh", ["-c", Script]).Output;
}
