namespace FirstTry.Schema.Tests;

/// <summary>A config of the corpus.</summary>
/// <param name="Folder">What is expected: <c>valid</c>, <c>invalid</c>, or <c>invalid-beyond-schema</c>.</param>
/// <param name="Ids">The problems that its first comment names, in order; a valid file may have warnings.</param>
internal sealed record CorpusFile(string Folder, string Name, string Text, string Ids)
{
    /// <summary>Folder and name.</summary>
    public string Place => $"{Folder}/{Name}";
}
