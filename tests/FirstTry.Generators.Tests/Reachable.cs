using System.Collections.Generic;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace FirstTry.Generators.Tests;

/// <summary>Walks from an object to all that it holds on to.</summary>
internal static class Reachable
{
    /// <summary>The object and everything that its fields lead to, each once.</summary>
    public static IReadOnlyCollection<object> From(object? start)
    {
        var found = new HashSet<object>(new ByReference());
        var waiting = new Stack<object?>([start]);
        while (waiting.TryPop(out var next))
        {
            if (next is null or string or MemberInfo || !found.Add(next))
            {
                continue;
            }

            foreach (var inner in Inside(next))
            {
                waiting.Push(inner);
            }
        }

        return found;
    }

    private static IEnumerable<object?> Inside(object value)
    {
        if (value is System.Array array)
        {
            foreach (var item in array)
            {
                yield return item;
            }
        }

        for (var type = value.GetType(); type is { IsPrimitive: false, IsEnum: false }; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field.GetValue(value);
            }
        }
    }

    private sealed class ByReference : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? left, object? right) => ReferenceEquals(left, right);

        int IEqualityComparer<object>.GetHashCode(object value) => RuntimeHelpers.GetHashCode(value);
    }
}
