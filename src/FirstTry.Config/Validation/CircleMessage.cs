using System.Collections.Generic;
using System.Text;
using FirstTry.Config.Binding;
using FirstTry.Config.Problems;

namespace FirstTry.Config.Validation;

/// <summary>Prints circles as a path <c>a -> b -> a</c> and finds where one begins in the file.</summary>
internal static class CircleMessage
{
    private const int LongestPath = 20;

    /// <summary>The names with arrows between, the first one again at the end; the middle of a very long circle is left out.</summary>
    public static string Path(int[] circle, System.Func<int, string> nameOf)
    {
        var path = new StringBuilder();
        for (var i = 0; i < circle.Length; i++)
        {
            if (circle.Length > LongestPath && i == LongestPath - 2)
            {
                path.Append("… -> ");
                i = circle.Length - 1;
            }

            path.Append(Wording.Plain(nameOf(circle[i]))).Append(" -> ");
        }

        return path.Append(Wording.Plain(nameOf(circle[0]))).ToString();
    }

    /// <summary>The reference of the circle's first member to its second.</summary>
    public static NameReference First(List<NameReference> references, string name)
    {
        foreach (var reference in references)
        {
            if (reference.Name == name)
            {
                return reference;
            }
        }

        return references[0];
    }
}
