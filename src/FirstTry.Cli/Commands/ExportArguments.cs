using System.CommandLine;
using FirstTry.Cli.Composition;

namespace FirstTry.Cli.Commands;

/// <summary>The options that write a run to files for other programs.</summary>
internal sealed class ExportArguments
{
    private readonly Option<string?> _junit = File("--junit", "Write the verdicts as JUnit XML too, for a build server.");
    private readonly Option<string?> _sarif = File("--sarif", "Write what checks found as SARIF too, for code scanning.");
    private readonly Option<string?> _trace = File("--trace", "Write what ran when as a trace too, for Perfetto.");

    public void AddTo(Command command)
    {
        command.Options.Add(_junit);
        command.Options.Add(_sarif);
        command.Options.Add(_trace);
    }

    public ExportPaths Read(ParseResult result) => new(result.GetValue(_junit), result.GetValue(_sarif), result.GetValue(_trace));

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };
}
