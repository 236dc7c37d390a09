using System;
using FirstTry.Config.Problems;
using FirstTry.Graph;

namespace FirstTry.Config.Binding;

/// <summary>Reads the top-level <c>cache</c>.</summary>
internal static class CacheBinder
{
    private static readonly string[] Keys = ["salt", "remote"];
    private static readonly string[] RemoteKeys = ["url", "mode", "token_env"];

    public static CacheSettings? Bind(Field cache)
    {
        if (cache.ReadMap("'cache: { salt: \"1\" }'") is not { } map)
        {
            return null;
        }

        var settings = CacheSettings.Default;
        foreach (var entry in map.Entries)
        {
            var field = new Field(Subject.Section("cache"), entry, cache.Problems);
            switch (field.Key)
            {
                case "salt":
                    settings = settings with { Salt = field.ReadText() ?? "" };
                    break;
                case "remote":
                    settings = settings with { Remote = BindRemote(field) };
                    break;
                default:
                    field.ReportUnknown(Keys);
                    break;
            }
        }

        return settings;
    }

    private static RemoteCache? BindRemote(Field remote)
    {
        if (remote.ReadMap("'remote: { url: https://cache.example.com }'") is not { } map)
        {
            return null;
        }

        remote.Problems.Add(
            Rules.RemoteNotSupported,
            remote.Name,
            "'cache.remote' is not supported yet: results stay on this machine. Remove it to silence this warning.");
        var cache = new RemoteCache("", false, null);
        foreach (var entry in map.Entries)
        {
            cache = BindRemoteKey(cache, new Field(Subject.Section("cache.remote"), entry, remote.Problems));
        }

        if (map.IndexOf("url") < 0)
        {
            remote.Problems.Add(Rules.NoValue, remote.Name, "'cache.remote' has no 'url'. Write the address: 'url: https://cache.example.com'.");
        }

        return cache;
    }

    private static RemoteCache BindRemoteKey(RemoteCache cache, Field field)
    {
        switch (field.Key)
        {
            case "url":
                return cache with { Url = ReadUrl(field) ?? "" };
            case "mode":
                return cache with { CanWrite = field.ReadChoice(Words.RemoteMode) ?? false };
            case "token_env":
                return cache with { TokenEnv = field.ReadVariableName() };
            default:
                field.ReportUnknown(RemoteKeys);
                return cache;
        }
    }

    private static string? ReadUrl(Field field)
    {
        if (field.ReadFilledText() is not { } url)
        {
            return null;
        }

        var host = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8
            : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7
            : url.Length;
        if (host < url.Length && url[host] is not ('/' or '?' or '#') && !HasSpace(url))
        {
            return url;
        }

        field.Problems.Add(
            Rules.BadUrl,
            field.Value,
            $"'cache.remote': 'url' is not an address: {Wording.Quote(url)}. Write one that starts with https:// or http:// and has no spaces.");
        return null;
    }

    private static bool HasSpace(string url)
    {
        foreach (var character in url)
        {
            if (char.IsWhiteSpace(character))
            {
                return true;
            }
        }

        return false;
    }
}
