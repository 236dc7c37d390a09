using System;

namespace FirstTry.Engine.Builtins.Code;

/// <summary>A check written in C# came to no verdict.</summary>
internal sealed class CodeCheckException(string message, Exception? cause = null) : Exception(message, cause);
