using System;
using System.Globalization;
using System.IO;

namespace FirstTry.Benchmarks.Bench;

/// <summary>What every case of <c>bench</c> is given.</summary>
/// <param name="Options">Rounds and sizes.</param>
/// <param name="FirstTry">The program under test, asked for the pre-commit hook.</param>
/// <param name="Peers">The other runners.</param>
/// <param name="Output">Where progress is told.</param>
internal sealed record BenchContext(BenchOptions Options, Peer FirstTry, PeerShelf Peers, TextWriter Output)
{
    /// <summary>Tells how far a case is.</summary>
    public void Tell(FormattableString text) => Output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
