namespace FirstTry.EndToEnd.Tests.Packages;

/// <summary>Packing takes most of a minute: it is done once for all of these tests, and never twice at a time.</summary>
[CollectionDefinition(Name)]
public sealed class ReleaseCollection : ICollectionFixture<Release>
{
    internal const string Name = "release";
}
