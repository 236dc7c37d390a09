using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace FirstTry.Benchmarks.Generating;

/// <summary>The generator with the assemblies it was built against, as the compiler loads it: apart from those of this program.</summary>
internal sealed class GeneratorAssembly() : AssemblyLoadContext("generator")
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "generator");

    /// <summary>The generator.</summary>
    public ISourceGenerator Create()
    {
        var assembly = LoadFromAssemblyPath(Path.Combine(Folder, "FirstTry.Generators.dll"));
        return ((IIncrementalGenerator)Activator.CreateInstance(assembly.GetType("FirstTry.Generators.FirstTryGenerator", throwOnError: true)!)!).AsSourceGenerator();
    }

    /// <inheritdoc />
    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is "FirstTry.Graph" or "FirstTry.Config" or "YamlDotNet" ? LoadFromAssemblyPath(Path.Combine(Folder, assemblyName.Name + ".dll")) : null;
}
