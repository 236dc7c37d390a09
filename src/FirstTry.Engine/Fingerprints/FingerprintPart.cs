using System;

namespace FirstTry.Engine.Fingerprints;

/// <summary>A piece of a list of files, shared by all documents whose list has the same piece.</summary>
/// <param name="Digest">64 lower-case hex digits: the SHA-256 of the content.</param>
/// <param name="Content">The bytes to keep.</param>
public sealed record FingerprintPart(string Digest, ReadOnlyMemory<byte> Content);
