using System;

namespace FirstTry.Graph;

/// <summary>Somebody must change something: the config, the arguments or the repository. Only the message is shown; the exit code is 2.</summary>
/// <param name="message">Names the thing, says what is wrong, then what to do or which values are valid.</param>
public sealed class UsageException(string message) : Exception(message);
