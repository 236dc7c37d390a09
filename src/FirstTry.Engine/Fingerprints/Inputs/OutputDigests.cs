using FirstTry.Engine.Fingerprints.Documents;
using FirstTry.Engine.Fingerprints.Hashing;
using FirstTry.Graph;

namespace FirstTry.Engine.Fingerprints.Inputs;

/// <summary>What a check's <c>outputs</c> are now.</summary>
internal sealed class OutputDigests(FingerprintScene scene, SideFiles sides)
{
    /// <summary>64 lower-case hex digits over path, kind and content of every output; empty for a check without <c>outputs</c>.</summary>
    /// <exception cref="ObstacleException">One cannot be read.</exception>
    internal string Of(Check check)
    {
        if (check.Outputs is not { } outputs)
        {
            return "";
        }

        var found = new DeclaredInputs(check with { ExtraInputs = outputs }, scene, sides).Find();
        var list = new DocumentWriter();
        foreach (var file in found)
        {
            list.Item(file.Name.Bytes, [(byte)file.Kind, .. file.Digest.ToArray()]);
        }

        return Sha256.Of(list.Written).ToString();
    }
}
