using System;

namespace FirstTry.Config.Binding;

/// <summary>The words that a key accepts and what they stand for.</summary>
internal sealed class Choices<T>(params (string Name, T Value)[] choices)
    where T : struct
{
    public string[] Names { get; } = Array.ConvertAll(choices, choice => choice.Name);

    public T? Find(string name)
    {
        foreach (var choice in choices)
        {
            if (string.Equals(choice.Name, name, StringComparison.Ordinal))
            {
                return choice.Value;
            }
        }

        return null;
    }
}
