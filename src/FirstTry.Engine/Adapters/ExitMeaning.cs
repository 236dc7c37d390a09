namespace FirstTry.Engine.Adapters;

/// <summary>What a tool says by an exit code.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Reason">What it means.</param>
public sealed record ExitMeaning(int Code, string Reason);
