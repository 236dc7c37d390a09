using System.Collections.Generic;
using System.Globalization;
using FirstTry.Testing;

namespace FirstTry.Benchmarks.Order;

/// <summary>The functions of a native program that come from C#, by their addresses; one address may have several names.</summary>
internal sealed class ProgramSymbols
{
    private const string First = "__start___managedcode";
    private const string Last = "__stop___managedcode";
    private readonly SortedDictionary<ulong, List<string>> _names = [];

    /// <summary>Reads what the compiler left of them in a file of its own, with nm of binutils.</summary>
    /// <exception cref="BenchmarkException">It has none.</exception>
    public static ProgramSymbols Read(string file)
    {
        var symbols = new ProgramSymbols();
        var (first, last) = (ulong.MaxValue, 0UL);
        foreach (var line in CommandLine.Run("/", "nm", ["--defined-only", file]).Output.Split('\n'))
        {
            if (line.Split(' ', 3) is not [var text, "t" or "T", var name] || !ulong.TryParse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var address))
                continue;

            (first, last) = (name == First ? address : first, name == Last ? address : last);
            if (!symbols._names.TryGetValue(address, out var names))
                symbols._names.Add(address, names = []);

            names.Add(name);
        }

        return last > first ? symbols.Between(first, last) : throw new BenchmarkException($"{file} names no functions");
    }

    /// <summary>Where the functions begin.</summary>
    public IReadOnlyCollection<ulong> Addresses => _names.Keys;

    /// <summary>What the function at an address is called.</summary>
    public IReadOnlyList<string> NamesOf(ulong address) => _names[address];

    private ProgramSymbols Between(ulong first, ulong last)
    {
        var managed = new ProgramSymbols();
        foreach (var (address, names) in _names)
        {
            names.RemoveAll(static name => name is First or Last);
            if (address >= first && address < last && names.Count > 0)
                managed._names.Add(address, names);
        }

        return managed;
    }
}
