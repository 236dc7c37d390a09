using FirstTry.Engine.Builtins;
using FirstTry.Engine.Builtins.Code;
using FirstTry.Engine.Planning;
using FirstTry.Graph.Authoring;

namespace FirstTry.Engine.Running;

/// <summary>Finds a check written in C# among those that are compiled into this program.</summary>
internal static class CodeCheckSource
{
    private const string Build = "'firsttry build' compiles it into a native runner, which needs the .NET SDK 10";

    /// <summary>The check, or why it cannot run: what was compiled from other sources does not stand for these.</summary>
    internal static (BuiltinCheck? Check, string? Reason) Find(PlannedCheck check, CodeCheckSet? compiled)
    {
        var what = $"check '{check.Name}' uses '{check.Builtin}', which is written in C#";
        if (compiled is null)
        {
            return (null, $"{what} and is not compiled here: {Build}.");
        }

        if (check.CodeSource is null || compiled.Source != check.CodeSource)
        {
            return (null, $"{what}, and the sources in 'checks', as they go out, are not those that were compiled: {Build}.");
        }

        return compiled.Find(check.Builtin!) is { } found
            ? (new CodeCheckRun(found), null)
            : (null, $"{what}, and the compiler has not seen it: '[Check(\"{check.Builtin}\")]' must not stand in code that is left out by '#if'.");
    }
}
