using System.Collections.Generic;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace FirstTry.Git.Tests;

/// <summary>The analyzer of banned symbols does not see a type that is only an argument of a generic method, as in <c>Compare&lt;Patch&gt;</c>.</summary>
public sealed class BannedTypesTests
{
    [Fact]
    public void No_type_of_libgit2_that_aborts_a_native_process_is_used()
    {
        using var file = File.OpenRead(typeof(ChangeReader).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var used = new HashSet<string>();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            used.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}");
        }

        Assert.Contains("LibGit2Sharp.TreeChanges", used);
        Assert.DoesNotContain("LibGit2Sharp.Patch", used);
        Assert.DoesNotContain("LibGit2Sharp.ContentChanges", used);
    }
}
