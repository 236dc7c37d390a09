using System;
using System.Text;

namespace FirstTry.Engine.Builtins;

/// <summary>Finds paths that Windows cannot have: names of devices, forbidden characters, segments that end in a blank or a dot.</summary>
internal sealed class IllegalNames : BuiltinCheck
{
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private const string Forbidden = "<>:\"\\|?*";
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL"];

    private static readonly string[] NumberedDevices = ["COM", "LPT"];

    /// <inheritdoc />
    public override string Name => "illegal-names";

    /// <inheritdoc />
    public override BuiltinOutcome Run(BuiltinContext context)
    {
        var findings = new Findings();
        foreach (var path in context.Files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (ObjectionTo(Encoding.UTF8.GetString(path.Bytes)) is { } objection)
            {
                findings.Add(path, $"a name that Windows cannot have: {objection}");
            }
        }

        return findings.ToOutcome();
    }

    private static string? ObjectionTo(string path)
    {
        foreach (var segment in path.Split('/'))
        {
            if (HasForbidden(segment))
            {
                return "it has one of the characters < > : \" \\ | ? * or a control character";
            }

            if (segment.EndsWith('.') || (segment.Length > 0 && char.IsWhiteSpace(segment[^1])))
            {
                return $"'{segment}' ends in a dot or a blank";
            }

            var stem = segment.Split('.')[0];
            if (IsDevice(stem))
            {
                return $"'{stem}' is a device there";
            }
        }

        return null;
    }

    private static bool HasForbidden(string segment)
    {
        foreach (var character in segment)
        {
            if (character < ' ' || Forbidden.Contains(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDevice(string stem) =>
        Array.Exists(Devices, device => device.Equals(stem, StringComparison.OrdinalIgnoreCase))
        || (stem.Length == 4 && stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3'
            && Array.Exists(NumberedDevices, device => stem.StartsWith(device, StringComparison.OrdinalIgnoreCase)));
}
