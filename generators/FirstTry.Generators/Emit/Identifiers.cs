using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace FirstTry.Generators.Emit;

/// <summary>
/// The C# names of the members of one class: <c>pre-commit</c> is <c>PreCommit</c>. A name that is taken, by an earlier
/// member, by the class or by <see cref="object"/>, gets <c>_2</c>, <c>_3</c> and so on.
/// </summary>
internal sealed class Identifiers
{
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(MemberwiseClone), nameof(ReferenceEquals), nameof(ToString), "Finalize",
    };

    /// <summary>A class without members.</summary>
    public Identifiers(string className) => _taken.Add(className);

    /// <summary>The identifier of a name that was added.</summary>
    public string this[string name] => _byName[name];

    /// <summary>Finds an identifier for a name; the first one to ask gets the plain form.</summary>
    public void Add(string name)
    {
        var plain = ToPascalCase(name);
        var identifier = plain;
        for (var count = 2; !_taken.Add(identifier); count++)
        {
            identifier = plain + "_" + count.ToString(CultureInfo.InvariantCulture);
        }

        _byName.Add(name, identifier);
    }

    // Names consist of ASCII letters, digits, '_', '-' and '.'; no keyword begins with a capital letter.
    private static string ToPascalCase(string name)
    {
        var identifier = new StringBuilder();
        var isStart = true;
        foreach (var character in name)
        {
            if (character is '-' or '_' or '.')
            {
                isStart = true;
                continue;
            }

            identifier.Append(isStart ? char.ToUpperInvariant(character) : character);
            isStart = false;
        }

        return identifier.Length == 0 || identifier[0] is >= '0' and <= '9' ? "_" + identifier : identifier.ToString();
    }
}
