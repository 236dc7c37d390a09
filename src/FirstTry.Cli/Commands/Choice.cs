using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using FirstTry.Graph;

namespace FirstTry.Cli.Commands;

/// <summary>Values of which one has to be given: they are completed, shown in the help, and anything else gets the nearest one suggested.</summary>
internal static class Choice
{
    /// <summary>Restricts an option to these values.</summary>
    public static Option<T> Of<T>(Option<T> option, params string[] values)
    {
        option.HelpName = string.Join('|', values);
        option.CompletionSources.Add(values);
        option.Validators.Add(result => Validate(result, option.Name, values));
        return option;
    }

    /// <summary>Restricts an argument to these values.</summary>
    public static Argument<T> Of<T>(Argument<T> argument, params string[] values)
    {
        argument.CompletionSources.Add(values);
        argument.Validators.Add(result => Validate(result, argument.Name, values));
        return argument;
    }

    private static void Validate(SymbolResult result, string name, string[] values)
    {
        foreach (var token in result.Tokens)
        {
            if (Array.IndexOf(values, token.Value) < 0)
            {
                result.AddError($"{name}: '{token.Value}' is none of {string.Join(", ", values)}.{NearestName.Suggest(token.Value, values)}");
            }
        }
    }
}
