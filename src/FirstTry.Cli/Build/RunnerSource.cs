using System.Collections.Generic;
using System.IO;
using FirstTry.Engine.Store;
using FirstTry.Graph;

namespace FirstTry.Cli.Build;

/// <summary>The config of a repository as bytes, read once: what is compiled is what was looked at.</summary>
/// <param name="Origin">What the runner will know of it.</param>
/// <param name="Local">Empty when there is no personal config.</param>
/// <param name="Code">The checks written in C#, by their paths; empty when the config uses none.</param>
internal sealed record RunnerSource(RunnerOrigin Origin, byte[] Config, byte[] Local, SortedDictionary<string, byte[]> Code)
{
    /// <summary>Reads the files of a working tree.</summary>
    /// <param name="program">The path of the program that compiles.</param>
    /// <param name="usesCode">Whether the config uses checks written in C#.</param>
    /// <exception cref="UsageException">There is no config, or it cannot be read.</exception>
    public static RunnerSource Read(string root, string program, bool usesCode)
    {
        if (ConfigFiles.InUse(root) is not { } files)
        {
            throw new UsageException("there is no firsttry.yml to compile. 'firsttry init' writes one.");
        }

        var config = ConfigFiles.ReadBytes(root, files.Main);
        byte[] local = files.Local is null ? [] : ConfigFiles.ReadBytes(root, files.Local);
        var code = usesCode ? CodeFiles.Read(root) : [];
        var file = new FileInfo(program);
        var origin = new RunnerOrigin(
            files.Main,
            ContentId.Of(config),
            files.Local,
            files.Local is null ? null : ContentId.Of(local),
            usesCode ? CodeFiles.Digest(code) : null,
            program,
            file.Length,
            file.LastWriteTimeUtc.Ticks);
        return new RunnerSource(origin, config, local, code);
    }
}
