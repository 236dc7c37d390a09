namespace FirstTry.EndToEnd.Tests.Runner;

/// <summary>Compiling takes half a minute: it is done once for all of these tests.</summary>
[CollectionDefinition(Name)]
public sealed class RunnerCollection : ICollectionFixture<CompiledRepository>
{
    internal const string Name = "runner";
}
