using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace FirstTry.Benchmarks.Order;

/// <summary>
/// Writes down which functions hooks call, in the order of their first calls. The compiler puts them beside each other in this order, so that a hook
/// reads few pages of the program: a page costs the kernel more than most functions take.
/// </summary>
internal sealed class OrderRecording(TextWriter output)
{
    private const string OrderFile = "src/FirstTry.Cli/hook-order.txt";
    private const int Files = 2_500;

    /// <summary>Publishes the program, follows its hooks and replaces the file.</summary>
    /// <exception cref="BenchmarkException">This is another platform, or something could not be run.</exception>
    public bool Run()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            throw new BenchmarkException("the order of functions is recorded on Linux on x86-64 alone");

        var (program, symbolFile) = FirstTryProgram.PublishWithSymbols();
        var symbols = ProgramSymbols.Read(symbolFile);
        var called = new List<ulong>();
        using var repository = new BenchmarkRepository();
        repository.Fill(Files, staged: 2);
        repository.Configure("true");

        // What most hooks are comes first: nothing is to be run, then something is, then something is to be hidden too.
        Warm(program, repository);
        Add(called, new FunctionTrace(symbols).Record(program, repository.Root, repository.Environment));
        Add(called, new FunctionTrace(symbols).Record(program, repository.Root, repository.Environment.With("FIRSTTRY_CACHE", "refresh")));
        repository.LeaveUnstaged(1);
        Add(called, new FunctionTrace(symbols).Record(program, repository.Root, repository.Environment.With("FIRSTTRY_CACHE", "off")));
        Write(called, symbols);
        return true;
    }

    private static void Warm(Peer program, BenchmarkRepository repository)
    {
        for (var i = 0; i < 2; i++)
        {
            if (!program.Run(repository.Root, repository.Environment).Succeeded)
                throw new BenchmarkException("the hook does not pass");
        }
    }

    private static void Add(List<ulong> called, IReadOnlyList<ulong> more)
    {
        var known = new HashSet<ulong>(called);
        foreach (var address in more)
        {
            if (known.Add(address))
                called.Add(address);
        }
    }

    private void Write(List<ulong> called, ProgramSymbols symbols)
    {
        var lines = new List<string>();
        foreach (var address in called)
            lines.AddRange(symbols.NamesOf(address));

        var file = Path.Combine(FirstTryProgram.RepositoryRoot(), OrderFile);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        output.WriteLine($"{called.Count} functions of {symbols.Addresses.Count} in {file}");
    }
}
