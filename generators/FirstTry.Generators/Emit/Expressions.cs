using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using FirstTry.Graph;
using Microsoft.CodeAnalysis.CSharp;

namespace FirstTry.Generators.Emit;

/// <summary>C# expressions for the values of a graph, in full names so that no type of the project can get in between.</summary>
internal static class Expressions
{
    /// <summary>The namespace of the graph's types.</summary>
    public const string GraphNamespace = "global::FirstTry.Graph.";

    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string TextOrNull(string? value) => value is null ? "null" : Text(value);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "true" : "false";

    public static string Choice<T>(T value)
        where T : struct, Enum => $"{GraphNamespace}{typeof(T).Name}.{value}";

    public static string Duration(Duration value) =>
        $"new {GraphNamespace}Duration({value.Milliseconds.ToString(CultureInfo.InvariantCulture)}L)";

    public static string Texts(EquatableArray<string> values) => Items("string", values, Text);

    public static string Array<T>(EquatableArray<T> values, Func<T, string> expression)
        where T : IEquatable<T> => Items(GraphNamespace + typeof(T).Name, values, expression);

    public static string Variables(EquatableArray<EnvironmentVariable> values) =>
        Array(values, value => $"new {GraphNamespace}EnvironmentVariable({Text(value.Name)}, {Text(value.Value)})");

    public static string Command(Command command) => command.Script is { } script
        ? $"{GraphNamespace}Command.Shell({Text(script)})"
        : $"{GraphNamespace}Command.Exec({List(command.Arguments, Text)})";

    public static string Adapter(Adapter adapter) =>
        $"new {GraphNamespace}Adapter({Text(adapter.Name)}, {Array(adapter.With, Option)})" + (adapter.IsCode ? " { IsCode = true }" : "");

    public static string Globs(GlobSet globs) => $"new {GraphNamespace}GlobSet({Array(globs.Including, Glob)}, {Array(globs.Excluding, Glob)})";

    public static string CachePolicy(CachePolicy policy) => policy switch
    {
        { Enabled: false, MaxAge: null } => $"{GraphNamespace}CachePolicy.Never",
        { MaxAge: { } age } => $"new {GraphNamespace}CachePolicy({Flag(policy.Enabled)}, {Duration(age)})",
        _ => $"{GraphNamespace}CachePolicy.Always",
    };

    public static string CacheSettings(CacheSettings settings)
    {
        var remote = settings.Remote is { } to
            ? $"new {GraphNamespace}RemoteCache({Text(to.Url)}, {Flag(to.CanWrite)}, {TextOrNull(to.TokenEnv)})"
            : "null";
        return $"new {GraphNamespace}CacheSettings({Text(settings.Salt)}, {remote})";
    }

    public static string List<T>(IEnumerable<T> values, Func<T, string> expression)
    {
        var list = new StringBuilder();
        foreach (var value in values)
        {
            list.Append(list.Length == 0 ? "" : ", ").Append(expression(value));
        }

        return list.ToString();
    }

    private static string Items<T>(string type, EquatableArray<T> values, Func<T, string> expression)
        where T : IEquatable<T> =>
        values.IsEmpty ? $"{GraphNamespace}EquatableArray<{type}>.Empty" : $"{GraphNamespace}EquatableArray.Create<{type}>({List(values, expression)})";

    private static string Option(AdapterOption option) => $"new {GraphNamespace}AdapterOption({Text(option.Name)}, {Texts(option.Values)})";

    // The compiled form: nothing is parsed when the program starts.
    private static string Glob(Glob glob) =>
        $"{GraphNamespace}Glob.FromProgram({Text(glob.Pattern)}, new byte[] {{ {List(glob.Program, value => Number(value))} }})";
}
