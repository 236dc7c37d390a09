using System;

namespace FirstTry.Graph;

/// <summary>Ends the reading of a pattern at its first error; never leaves this assembly.</summary>
internal sealed class GlobException(string message) : Exception(message);
