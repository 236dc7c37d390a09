using System.Collections.Generic;

namespace FirstTry.Engine.Store;

/// <summary>What came of looking at every file of a store.</summary>
/// <param name="Results">How many records are whole, with their logs.</param>
/// <param name="Contents">How many logs and documents are whole.</param>
/// <param name="Damaged">The files that were not and are removed, relative to the store, in ordinal order.</param>
public sealed record StoreVerification(int Results, int Contents, IReadOnlyList<string> Damaged);
