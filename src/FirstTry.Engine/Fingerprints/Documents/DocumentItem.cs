using System;

namespace FirstTry.Engine.Fingerprints.Documents;

/// <summary>One thing of a section: what it is called, and what it is.</summary>
/// <param name="Name">Bytes, unique in most sections: a path, a variable, a tool.</param>
/// <param name="Value">Bytes that differ when the thing differs.</param>
internal readonly record struct DocumentItem(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value);
