using System.Collections.Generic;

namespace FirstTry.Engine.Running;

/// <summary>One start of a command: all of its files, or as many as fit on a command line.</summary>
/// <param name="Program">What is started.</param>
/// <param name="Arguments">Without the program's name.</param>
/// <param name="Input">What it reads; null when nothing.</param>
internal sealed record CheckBatch(string Program, IReadOnlyList<byte[]> Arguments, byte[]? Input);
