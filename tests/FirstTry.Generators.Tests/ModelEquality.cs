using System;
using System.Collections.Generic;
using System.Linq;
using FirstTry.Generators.Reading;
using FirstTry.Graph;

namespace FirstTry.Generators.Tests;

public sealed class ModelEquality
{
    // A list or an array compares by reference: the source would be made anew on every keystroke, and nobody would notice.
    [Fact]
    public void Every_type_in_the_model_compares_by_value()
    {
        var types = TypesBelow(typeof(ParsedConfig));

        Assert.Contains(typeof(Condition), types);
        Assert.All(types, type => Assert.True(typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type) || type.IsEnum, type.ToString()));
    }

    public static TheoryData<string> Files => [.. SourceTree.CorpusNames("valid")];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_same_text_makes_equal_models(string name)
    {
        var text = new ConfigText("firsttry.yml", SourceTree.ReadCorpus(name));

        var (one, other) = (ConfigReader.Read([text], []), ConfigReader.Read([text], []));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    private static HashSet<Type> TypesBelow(Type start)
    {
        var found = new HashSet<Type>();
        var waiting = new Stack<Type>([start]);
        while (waiting.TryPop(out var type))
        {
            type = Nullable.GetUnderlyingType(type) ?? type;

            // References to checks compare by name; a compiled glob by its pattern, which it is made from.
            if (!found.Add(type) || type.Namespace == "System" || type == typeof(CheckReferences) || type == typeof(Glob))
            {
                continue;
            }

            foreach (var next in type.IsGenericType ? type.GetGenericArguments() : PropertyTypes(type))
            {
                waiting.Push(next);
            }
        }

        return found;
    }

    private static Type[] PropertyTypes(Type type) =>
        [.. type.GetProperties(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public).Select(property => property.PropertyType)];
}
