using System;

namespace FirstTry.Engine.Store;

/// <summary>The names of cache modes, as the command line and <c>FIRSTTRY_CACHE</c> spell them.</summary>
public static class CacheModeNames
{
    private static readonly string[] Names = ["rw", "read", "off", "refresh", "verify", "paranoid"];

    /// <summary>All names, in the order of <see cref="CacheMode"/>.</summary>
    public static string[] All => (string[])Names.Clone();

    /// <summary>The mode of this name; null when there is none.</summary>
    public static CacheMode? Find(string name) => Array.IndexOf(Names, name) is var index and >= 0 ? (CacheMode)index : null;

    /// <summary>The name of a mode.</summary>
    public static string NameOf(CacheMode mode) => Names[(int)mode];
}
