using System;
using System.Collections;
using System.Collections.Generic;
using System.Text;
using FirstTry.Processes.Internal.Posix;

namespace FirstTry.Processes;

/// <summary>
/// The variables a process is started with: immutable, in order, and bytes throughout, so that a name or value that is not UTF-8
/// reaches the process as it was. Names are compared as on the system at hand: without regard to case on Windows only.
/// </summary>
public sealed class EnvironmentBlock
{
    private readonly byte[][] _entries;

    private EnvironmentBlock(byte[][] entries) => _entries = entries;

    /// <summary>No variables at all.</summary>
    public static EnvironmentBlock Empty { get; } = new([]);

    /// <summary>Each variable as the bytes of <c>NAME=value</c>.</summary>
    public IReadOnlyList<byte[]> Entries => _entries;

    /// <summary>The value of a variable, null when it is not set. Bytes that are not UTF-8 become U+FFFD.</summary>
    public string? this[string name] => IndexOf(name) is var i and >= 0 ? Encoding.UTF8.GetString(ValueAt(i)) : null;

    /// <summary>The variables of this process as the system holds them.</summary>
    public static EnvironmentBlock FromCurrentProcess() =>
        OperatingSystem.IsWindows() ? FromWindows() : new EnvironmentBlock(CurrentEnvironment.Read());

    /// <summary>A block of the given variables; of a name given twice the first counts.</summary>
    public static EnvironmentBlock From(IEnumerable<KeyValuePair<string, string>> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var block = Empty;
        foreach (var (name, value) in variables)
            block = block.IsSet(name) ? block : block.With(name, value);

        return block;
    }

    /// <summary>A block of <c>NAME=value</c> entries, taken as they are.</summary>
    public static EnvironmentBlock FromEntries(IEnumerable<byte[]> entries) => new([.. entries]);

    /// <summary>True when the variable is there, be it empty.</summary>
    public bool IsSet(string name) => IndexOf(name) >= 0;

    /// <summary>The bytes of a variable's value, null when it is not set.</summary>
    public byte[]? GetBytes(string name) => IndexOf(name) is var i and >= 0 ? ValueAt(i).ToArray() : null;

    /// <summary>The same variables with one set, in place where it was there; null unsets it.</summary>
    public EnvironmentBlock With(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return value is null ? Without(name) : WithBytes(name, Encoding.UTF8.GetBytes(value));
    }

    /// <summary>The same variables with one set to a value of bytes, in place where it was there.</summary>
    public EnvironmentBlock WithBytes(string name, ReadOnlySpan<byte> value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        byte[] entry = [.. Encoding.UTF8.GetBytes(name), (byte)'=', .. value];
        var index = IndexOf(name);
        if (index < 0)
            return new EnvironmentBlock([.. _entries, entry]);

        var entries = (byte[][])_entries.Clone();
        entries[index] = entry;
        return new EnvironmentBlock(entries);
    }

    /// <summary>The same variables without those named.</summary>
    public EnvironmentBlock Without(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var kept = new List<byte[]>(_entries.Length);
        foreach (var entry in _entries)
        {
            if (!IsAny(entry, names))
                kept.Add(entry);
        }

        return kept.Count == _entries.Length ? this : new EnvironmentBlock([.. kept]);
    }

    private static bool IsAny(byte[] entry, string[] names)
    {
        foreach (var name in names)
        {
            if (IsNamed(entry, name))
                return true;
        }

        return false;
    }

    private static EnvironmentBlock FromWindows()
    {
        var entries = new List<byte[]>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            entries.Add(Encoding.UTF8.GetBytes($"{variable.Key}={variable.Value}"));

        return new EnvironmentBlock([.. entries]);
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            if (IsNamed(_entries[i], name))
                return i;
        }

        return -1;
    }

    private ReadOnlySpan<byte> ValueAt(int index)
    {
        var entry = _entries[index];
        return entry.AsSpan(EndOfName(entry) + 1);
    }

    private static bool IsNamed(byte[] entry, string name)
    {
        var end = EndOfName(entry);
        if (end < 0)
            return false;

        var bytes = entry.AsSpan(0, end);
        if (Ascii.IsValid(name))
            return OperatingSystem.IsWindows() ? Ascii.EqualsIgnoreCase(bytes, name) : Ascii.Equals(bytes, name);

        return bytes.SequenceEqual(Encoding.UTF8.GetBytes(name));
    }

    // Windows keeps the directory of each drive in variables such as "=C:": an equals sign at the start is part of the name.
    private static int EndOfName(byte[] entry)
    {
        var end = entry.AsSpan(Math.Min(1, entry.Length)).IndexOf((byte)'=');
        return end < 0 ? -1 : end + 1;
    }
}
