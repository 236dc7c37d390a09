using System;

namespace FirstTry.Engine.Store;

/// <summary>What is in a store.</summary>
/// <param name="Results">How many passes it remembers.</param>
/// <param name="Contents">How many logs and documents it holds.</param>
/// <param name="StatCaches">How many worktrees it knows the digests of.</param>
/// <param name="Bytes">All files together.</param>
/// <param name="OldestUse">The last use of the longest unused record; null without any.</param>
/// <param name="Pruned">When it was last pruned; null when it never was.</param>
public sealed record StoreStatus(int Results, int Contents, int StatCaches, long Bytes, DateTimeOffset? OldestUse, DateTimeOffset? Pruned);
