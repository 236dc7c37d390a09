using System.Collections.Generic;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Tools;

/// <summary>A file that is executed: its real place, its content, and the interpreter that its first line names.</summary>
/// <param name="Place">The path by which it was found.</param>
/// <param name="RealPlace">The same without symbolic links.</param>
/// <param name="Digest">Of the content; of a script without its first line, which holds absolute paths.</param>
/// <param name="Interpreter">The words of the first line after <c>#!</c>; empty for a program.</param>
internal sealed record ToolFile(string Place, string RealPlace, Digest Digest, IReadOnlyList<string> Interpreter);
