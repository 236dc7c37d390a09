using System;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FirstTry.Architecture.Tests;

public sealed class SizeTests
{
    [Fact]
    public void A_file_has_at_most_400_lines()
    {
        var long_ = Repository.Sources("src", "generators", "tests")
            .Select(file => (File: file, Lines: Repository.Read(file).Count(character => character == '\n')))
            .Where(file => file.Lines > 400);

        Assert.Empty(long_);
    }

    [Fact]
    public void A_method_has_at_most_60_lines()
    {
        var long_ =
            from file in Repository.Sources("src", "generators")
            let tree = CSharpSyntaxTree.ParseText(Repository.Read(file))
            from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            let lines = tree.GetLineSpan(method.Span)
            let length = lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1
            where length > 60 && method.ExpressionBody is null
            select $"{file}: {method.Identifier.Text} has {length} lines";

        Assert.Empty(long_);
    }

    [Fact]
    public void A_file_bears_the_name_of_its_type()
    {
        var strangers =
            from file in Repository.Sources("src", "generators")
            where !file.StartsWith("src/Polyfills/", StringComparison.Ordinal)
            let types = CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes()
                .OfType<BaseTypeDeclarationSyntax>().Where(type => type.Parent is not TypeDeclarationSyntax).Select(type => type.Identifier.Text).Distinct().ToList()
            let name = System.IO.Path.GetFileName(file).Split('.')[0]
            where types.Count > 0 && !types.Contains(name)
            select $"{file}: {string.Join(", ", types)}";

        Assert.Empty(strangers);
    }
}
