using System.Text.Json;
using FirstTry.Graph;

namespace FirstTry.Cli.Init.Import.Reading;

/// <summary>Reads JSON that was written for another tool; comments and commas at the end of lists are taken as these tools take them.</summary>
internal static class ForeignJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 100 };

    /// <summary>The value that a file holds.</summary>
    /// <exception cref="UsageException">The text is not JSON.</exception>
    public static ForeignNode Read(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return Convert(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{path}({exception.LineNumber + 1},{exception.BytePositionInLine + 1}) cannot be imported: it is not valid JSON.");
        }
    }

    private static ForeignNode Convert(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = new ForeignNode { IsMap = true };
                foreach (var property in element.EnumerateObject())
                {
                    map.Add(property.Name, Convert(property.Value));
                }

                return map;
            case JsonValueKind.Array:
                var list = new ForeignNode { IsList = true };
                foreach (var item in element.EnumerateArray())
                {
                    list.Add(Convert(item));
                }

                return list;
            case JsonValueKind.Null:
                return new ForeignNode();
            default:
                return new ForeignNode { Text = element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText() };
        }
    }
}
