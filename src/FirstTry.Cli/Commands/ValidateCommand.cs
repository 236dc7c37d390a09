using System.CommandLine;
using System.IO;
using FirstTry.Cli.Composition;
using FirstTry.Config;
using FirstTry.Git;
using FirstTry.Graph;
using Command = System.CommandLine.Command;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry validate [FILE]</c>: all problems of a config, with positions.</summary>
internal static class ValidateCommand
{
    public static Command Create(Invocation invocation)
    {
        var file = new Argument<string?>("FILE") { Description = "A config; without it that of this repository.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("validate", "Check firsttry.yml and print all its problems with positions.") { file };
        command.SetAction(result => Validate(invocation, result.GetValue(file)));
        return command;
    }

    private static int Validate(Invocation invocation, string? file)
    {
        var (config, name) = file is null ? OfRepository(invocation) : (ReadFile(invocation, file), file);
        if (GraphSource.Accept(invocation, config) is not { } graph)
        {
            return ExitCode.Usage;
        }

        invocation.WriteLine($"{name} is valid: {graph.Checks.Count} checks, {graph.Profiles.Count} profiles, {graph.Hooks.Count} hooks.");
        return ExitCode.Passed;
    }

    private static ConfigResult ReadFile(Invocation invocation, string file)
    {
        var folder = Path.GetDirectoryName(Path.Combine(invocation.Directory, file))!;
        return ConfigParser.Parse(ConfigFiles.Read(invocation.Directory, file), local: null, () => CodeFiles.Texts(CodeFiles.Read(folder)));
    }

    private static (ConfigResult Config, string Name) OfRepository(Invocation invocation)
    {
        var root = Worktree.Find(invocation.Directory, invocation.Environment).Root;
        return ConfigFiles.Load(root) is { } config
            ? (config, ConfigFiles.Find(root)!)
            : throw new UsageException($"There is no firsttry.yml in '{root}'. 'firsttry init' writes one.");
    }
}
