using System;
using System.IO;
using System.Text;
using FirstTry.Config;
using FirstTry.Graph;

namespace FirstTry.Cli;

/// <summary>Finds and reads the config of a repository.</summary>
internal static class ConfigFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The name of the config in <paramref name="root"/>, or null when there is none.</summary>
    /// <exception cref="UsageException">Both spellings are there.</exception>
    public static string? Find(string root) => Choose(root, "firsttry");

    /// <summary>Reads and parses the config of <paramref name="root"/> with the personal file beside it; null when there is none.</summary>
    /// <exception cref="UsageException">A file cannot be read, is not UTF-8, or is there in both spellings.</exception>
    public static ConfigResult? Load(string root)
    {
        if (Find(root) is not { } main)
        {
            return null;
        }

        var local = Choose(root, "firsttry.local");
        return ConfigParser.Parse(Read(root, main), local is null ? null : Read(root, local));
    }

    /// <summary>Reads one file as a config; <paramref name="path"/> is printed in its problems as it is.</summary>
    public static ConfigSource Read(string directory, string path)
    {
        try
        {
            return new ConfigSource(path, StrictUtf8.GetString(File.ReadAllBytes(Path.Combine(directory, path))));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{path}: there is no such file. 'firsttry init' writes a config.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
        catch (DecoderFallbackException exception)
        {
            throw new UsageException($"{path} is not UTF-8: byte {exception.Index + 1} cannot be read. Save it as UTF-8.");
        }
    }

    private static string? Choose(string root, string stem)
    {
        var (yml, yaml) = (File.Exists(Path.Combine(root, stem + ".yml")), File.Exists(Path.Combine(root, stem + ".yaml")));
        return (yml, yaml) switch
        {
            (true, true) => throw new UsageException($"Both {stem}.yml and {stem}.yaml are there. Keep one of them."),
            (true, false) => stem + ".yml",
            (false, true) => stem + ".yaml",
            _ => null,
        };
    }
}
