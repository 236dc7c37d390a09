using System;

namespace FirstTry.Git;

/// <summary>The repository, or git itself, stands in the way; only the message is shown and the exit code is 2.</summary>
/// <param name="message">Names the thing, says what is wrong, then what to do.</param>
public sealed class GitException(string message) : Exception(message);
