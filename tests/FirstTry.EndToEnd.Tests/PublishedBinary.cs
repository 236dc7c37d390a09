using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using FirstTry.EndToEnd.Tests.Runner;
using FirstTry.Testing;

namespace FirstTry.EndToEnd.Tests;

/// <summary>The published binary, as people run it.</summary>
internal static class PublishedBinary
{
    /// <summary>The absolute path of the native executable; <c>FIRSTTRY_BINARY</c> puts another in its place.</summary>
    internal static string Location { get; } =
        Environment.GetEnvironmentVariable("FIRSTTRY_BINARY") is { Length: > 0 } given
            ? given
            : Path.Combine(Metadata("PublishedCli"), OperatingSystem.IsWindows() ? "firsttry.exe" : "firsttry");

    /// <summary>The checkout that the tests were built from.</summary>
    internal static string RepositoryRoot => Metadata("RepositoryRoot");

    /// <summary>Runs <c>firsttry</c> at the root of a repository, with the binary's folder first on the path.</summary>
    internal static CommandResult Firsttry(this TemporaryRepository repository, params string[] arguments) =>
        repository.Firsttry(arguments, input: null);

    /// <summary>Runs <c>firsttry</c> with something on its standard input.</summary>
    internal static CommandResult Firsttry(this TemporaryRepository repository, IEnumerable<string> arguments, string? input)
    {
        repository.PutFirsttryOnPath();
        string[] all = [.. arguments];
        return repository.Run(For(repository.Root, all), all, input);
    }

    /// <summary>The program that answers a call in a directory: with <c>FIRSTTRY_RUNNER=1</c> the runner of the repository there answers <c>run</c>.</summary>
    internal static string For(string directory, string[] arguments) =>
        QuickRunner.RenewWhereWanted(directory) is { } runner && arguments is ["run", ..] ? runner : Location;

    /// <summary>Makes <c>firsttry</c> a command for everything that the repository starts.</summary>
    internal static void PutFirsttryOnPath(this TemporaryRepository repository)
    {
        var folder = Path.GetDirectoryName(Location)!;
        var path = repository.Environment.GetValueOrDefault("PATH") ?? Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Contains(folder))
        {
            repository.Environment["PATH"] = folder + Path.PathSeparator + path;
        }

        repository.Environment["XDG_CACHE_HOME"] = Path.Combine(repository.Outside, "cache");
        repository.Environment.TryAdd("HOME", repository.Outside);
    }

    private static string Metadata(string key) =>
        typeof(PublishedBinary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
