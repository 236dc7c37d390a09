using System.CommandLine;
using FirstTry.Cli.Commands;

namespace FirstTry.Cli;

/// <summary>The commands for people. The verb <c>hook</c> is listed for help and completion, but never parsed here.</summary>
internal static class CommandTree
{
    public static RootCommand Create(Invocation invocation) => new(
        "The gate that every commit goes through: what passes here passes CI on the first try.")
    {
        InitCommand.Create(invocation),
        InstallCommand.Create(invocation),
        UninstallCommand.Create(invocation),
        RunCommand.Create(invocation),
        FixCommand.Create(invocation),
        HookCommand.Describe(),
        ValidateCommand.Create(invocation),
        ListCommand.Create(invocation),
        DoctorCommand.Create(invocation),
        RecoverCommand.Create(invocation),
        PlanCommand.Create(invocation),
        BuildCommand.Create(invocation),
        ExplainCommand.Create(invocation),
        StatsCommand.Create(invocation),
        HistoryCommand.Create(invocation),
        CacheCommand.Create(invocation),
        SchemaCommand.Create(invocation),
        CompletionCommand.Create(invocation),
    };
}
