using System.CommandLine;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry schema</c>: prints the JSON Schema that editors complete <c>firsttry.yml</c> from.</summary>
internal static class SchemaCommand
{
    public static Command Create(Invocation invocation)
    {
        var command = new Command("schema", "Print the JSON Schema of firsttry.yml for editors.");
        command.SetAction(_ =>
        {
            invocation.Write(Resources.Schema());
            return ExitCode.Passed;
        });
        return command;
    }
}
