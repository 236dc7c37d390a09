namespace FirstTry.Graph;

/// <summary>An option of an adapter that has one of a few values.</summary>
/// <param name="Option">The name of the option.</param>
/// <param name="Values">The values.</param>
public sealed record OptionChoice(string Option, EquatableArray<string> Values);
