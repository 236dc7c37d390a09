namespace FirstTry.Generators.Reading;

/// <summary>A method that is a check, as source that calls it.</summary>
/// <param name="Name">The name that <c>uses</c> knows it by.</param>
/// <param name="Place">Type and method, as people find it.</param>
/// <param name="Call">The full name of the method.</param>
/// <param name="TakesCancellation">Whether it wants to be told that nobody waits any more.</param>
internal sealed record CodeMethod(string Name, string Place, string Call, bool TakesCancellation);
