using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FirstTry.Architecture.Tests;

/// <summary>Who may touch the console, the environment and processes.</summary>
public sealed class OutsideWorldTests
{
    [Fact]
    public void Nothing_below_the_command_line_touches_the_console()
    {
        var offenders = FilesThatUse("Console", "src").Where(file => !file.StartsWith("src/FirstTry.Cli/", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_the_command_line_and_the_room_of_processes_touch_the_environment()
    {
        var offenders = FilesThatUse("Environment", "src", "generators")
            .Where(file => !file.StartsWith("src/FirstTry.Cli/", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("src/FirstTry.Processes/", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_the_room_of_processes_starts_one()
    {
        var offenders = FilesThatUse("Process", "src").Concat(FilesThatUse("ProcessStartInfo", "src"))
            .Where(file => !file.StartsWith("src/FirstTry.Processes/", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Diffs_that_end_an_ahead_of_time_compiled_process_are_not_used() =>
        Assert.Empty(FilesThatUse("Patch", "src").Concat(FilesThatUse("ContentChanges", "src")));

    private static IEnumerable<string> FilesThatUse(string type, params string[] folders) =>
        Repository.Sources(folders).Where(file => Uses(file, type));

    private static bool Uses(string file, string type) =>
        CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantNodes().Any(node => node switch
        {
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } => name.Identifier.Text == type && IsTypeLike(node),
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax name } => name.Identifier.Text == type,
            GenericNameSyntax generic => generic.TypeArgumentList.Arguments.Any(argument => argument.ToString() == type),
            _ => false,
        });

    // `Environment.NewLine` is the framework's class; `context.Environment.With(…)` and a property `Environment` of our own are not.
    private static bool IsTypeLike(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var name = ((IdentifierNameSyntax)((MemberAccessExpressionSyntax)node).Expression).Identifier.Text;
        return !node.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => Declares(type, name));
    }

    private static bool Declares(TypeDeclarationSyntax type, string name) =>
        type.Members.OfType<PropertyDeclarationSyntax>().Any(property => property.Identifier.Text == name)
        || (type.ParameterList?.Parameters.Any(parameter => parameter.Identifier.Text == name) ?? false);
}
