using System;
using System.Collections.Generic;
using System.Text;
using FirstTry.Processes;

namespace FirstTry.Engine.Fingerprints.Environments;

/// <summary>
/// The variables of the caller that every check sees. What tells where things are and who runs them is not part of a fingerprint; what chooses
/// a toolchain or its settings is. Nothing else is seen unless <c>env</c> or <c>pass_env</c> names it.
/// </summary>
internal static class AllowedVariables
{
    private static readonly HashSet<string> Seen = new(StringComparer.Ordinal)
    {
        "PATH", "HOME", "TMPDIR", "TMP", "TEMP", "USER", "LOGNAME", "SHELL", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR",
        "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "GIT_SSL_CAINFO", "PIP_CERT",

        // What a person has said about being watched and greeted holds for checks too.
        "DO_NOT_TRACK", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO", "NEXT_TELEMETRY_DISABLED", "MSBUILDDISABLENODEREUSE",
    };

    private static readonly HashSet<string> SeenOnWindows = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "PATHEXT", "SystemRoot", "SystemDrive", "windir", "ComSpec", "USERPROFILE", "USERNAME", "HOMEDRIVE", "HOMEPATH", "APPDATA",
        "LOCALAPPDATA", "ProgramData", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "CommonProgramFiles", "OS",
        "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    };

    // Without them tools that were set up for this user are not found, or are others.
    private static readonly HashSet<string> Choosing = new(StringComparer.Ordinal)
    {
        "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "VIRTUAL_ENV", "CONDA_PREFIX", "PYENV_ROOT", "ASDF_DIR", "ASDF_DATA_DIR", "NVM_DIR",
        "VOLTA_HOME", "PNPM_HOME", "NODE_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_CLI_HOME", "NUGET_PACKAGES", "GOPATH", "GOROOT", "GOBIN",
        "GOMODCACHE", "CARGO_HOME", "RUSTUP_HOME", "JAVA_HOME", "ANDROID_HOME", "GEM_HOME", "GEM_PATH", "LD_LIBRARY_PATH", "GIT_CONFIG_COUNT",
    };

    /// <summary>The variables of the caller that a check sees without asking, with those that never depend on the caller.</summary>
    internal static EnvironmentBlock From(EnvironmentBlock caller)
    {
        var entries = new List<byte[]>();
        foreach (var entry in caller.Entries)
        {
            if (NameOf(entry) is { } name && (IsSeen(name) || IsChoosing(name)))
            {
                entries.Add(entry);
            }
        }

        // Messages, sorting and the widths of characters are the same for everybody; and nothing but a pipe is written to.
        entries.Add("LANG=C.UTF-8"u8.ToArray());
        entries.Add("TERM=dumb"u8.ToArray());
        return EnvironmentBlock.FromEntries(entries);
    }

    /// <summary>The names of the caller's variables that are seen without asking and are part of every fingerprint, in byte order.</summary>
    internal static List<string> ChoosingIn(EnvironmentBlock caller)
    {
        var names = new List<string>();
        foreach (var entry in caller.Entries)
        {
            if (NameOf(entry) is { } name && IsChoosing(name))
            {
                names.Add(name);
            }
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static bool IsSeen(string name) => OperatingSystem.IsWindows() && SeenOnWindows.Contains(name) || Seen.Contains(name);

    private static bool IsChoosing(string name) => Choosing.Contains(name)
        || name.StartsWith("GIT_CONFIG_KEY_", StringComparison.Ordinal) || name.StartsWith("GIT_CONFIG_VALUE_", StringComparison.Ordinal);

    private static string? NameOf(byte[] entry)
    {
        var end = entry.AsSpan().IndexOf((byte)'=');
        return end > 0 && Ascii.IsValid(entry.AsSpan(0, end)) ? Encoding.ASCII.GetString(entry, 0, end) : null;
    }
}
