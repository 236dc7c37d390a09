using System.CommandLine;
using FirstTry.Cli.Doctor;
using FirstTry.Cli.Screens;

namespace FirstTry.Cli.Commands;

/// <summary><c>firsttry doctor</c>: what would let a commit go unchecked or weaken a promise.</summary>
internal static class DoctorCommand
{
    public static Command Create(Invocation invocation)
    {
        var format = Choice.Of(new Option<string?>("--format") { Description = "How the answer is written." }, "text", "json");
        var command = new Command("doctor", "Say what would stop a commit from being checked, and how to mend it.") { format };
        command.SetAction(result => Examine(invocation, result.GetValue(format) == "json"));
        return command;
    }

    private static int Examine(Invocation invocation, bool isJson)
    {
        var findings = Examination.Run(invocation);
        if (isJson)
        {
            DoctorScreen.WriteJson(invocation.Output, findings);
        }
        else
        {
            invocation.Write(DoctorScreen.ToText(findings));
        }

        return DoctorScreen.Problems(findings) == 0 ? ExitCode.Passed : ExitCode.CheckFailed;
    }
}
