namespace FirstTry.Engine.Store;

/// <summary>What pruning did.</summary>
/// <param name="RemovedFiles">How many files it removed.</param>
/// <param name="RemovedBytes">How large they were.</param>
/// <param name="KeptBytes">How large the store is now.</param>
public sealed record StorePruning(int RemovedFiles, long RemovedBytes, long KeptBytes);
