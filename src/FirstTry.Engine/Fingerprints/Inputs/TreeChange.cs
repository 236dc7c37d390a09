using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>A file in which a look at the tree differs from an earlier one, or may.</summary>
/// <param name="Path">The bytes of its path.</param>
/// <param name="Place">Where it stands in the tree; negative when it is gone.</param>
/// <param name="Kind">What it was; absent when it is new.</param>
/// <param name="Digest">The digest that it had.</param>
internal readonly record struct TreeChange(byte[] Path, int Place, FileInputKind Kind, Digest Digest);
