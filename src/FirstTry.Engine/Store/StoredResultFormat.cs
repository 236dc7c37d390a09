using System;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace FirstTry.Engine.Store;

/// <summary>
/// The file form of a remembered pass: one line a field in a fixed order, the last one the SHA-256 of all before it. Whatever is not
/// exactly what <see cref="Write"/> makes is no record.
/// </summary>
internal static class StoredResultFormat
{
    /// <summary>The first line; another schema has another one.</summary>
    private const string Schema = "firsttry result 1";

    /// <summary>The bytes of a record.</summary>
    internal static byte[] Write(StoredResult result)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            {Schema}
            key {result.Key}
            verdict passed
            exit {result.ExitCode}
            duration_us {Microseconds(result.Duration)}
            cpu_us {Microseconds(result.Cpu)}
            memory {result.PeakMemory}
            stored_ms {result.Stored.ToUnixTimeMilliseconds()}
            log {result.Log ?? "-"}
            outputs {result.Outputs ?? "-"}
            tools {OneLine(result.Tools)}
            producer {OneLine(result.Producer)}
            version {OneLine(result.Version)}

            """);
        var body = Encoding.UTF8.GetBytes(text);
        return [.. body, .. "sum "u8, .. Encoding.ASCII.GetBytes(ContentId.Of(body)), (byte)'\n'];
    }

    /// <summary>Reads a record that has to be of this key; null when it is damaged, of another key or of another schema.</summary>
    internal static StoredResult? Read(ReadOnlySpan<byte> bytes, string key)
    {
        // "sum ", 64 digits, line end.
        const int SumLength = 69;
        if (bytes.Length <= SumLength || !IsSummed(bytes[..^SumLength], bytes[^SumLength..]))
        {
            return null;
        }

        var lines = new Lines(bytes[..^SumLength]);
        if (!lines.Next().SequenceEqual("firsttry result 1"u8) || !lines.Is("key "u8, key) || !lines.Is("verdict "u8, "passed"))
        {
            return null;
        }

        var result = new StoredResult
        {
            Key = key,
            ExitCode = (int)lines.Number("exit "u8),
            Duration = TimeSpan.FromMicroseconds(lines.Number("duration_us "u8)),
            Cpu = TimeSpan.FromMicroseconds(lines.Number("cpu_us "u8)),
            PeakMemory = lines.Number("memory "u8),
            Stored = lines.Moment("stored_ms "u8),
            Log = lines.Digest("log "u8),
            Outputs = lines.Digest("outputs "u8),
            Tools = lines.Text("tools "u8),
            Producer = lines.Text("producer "u8),
            Version = lines.Text("version "u8),
        };
        return lines.IsWhole ? result : null;
    }

    private static bool IsSummed(ReadOnlySpan<byte> body, ReadOnlySpan<byte> sum) =>
        sum.StartsWith("sum "u8) && sum[^1] == (byte)'\n' && Ascii.Equals(sum[4..^1], ContentId.Of(body));

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');

    private ref struct Lines(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;
        private bool _isBroken;

        /// <summary>True when every field was there and nothing is left.</summary>
        public readonly bool IsWhole => !_isBroken && _rest.IsEmpty;

        public ReadOnlySpan<byte> Next()
        {
            var end = _rest.IndexOf((byte)'\n');
            if (end < 0)
            {
                _isBroken = true;
                return [];
            }

            var line = _rest[..end];
            _rest = _rest[(end + 1)..];
            return line;
        }

        public bool Is(ReadOnlySpan<byte> name, string value) => Ascii.Equals(Value(name), value);

        public long Number(ReadOnlySpan<byte> name)
        {
            var value = Value(name);
            var isNumber = Utf8Parser.TryParse(value, out long number, out var used) && used == value.Length;
            _isBroken |= !isNumber || number is < 0 or > long.MaxValue / 1000;
            return _isBroken ? 0 : number;
        }

        public DateTimeOffset Moment(ReadOnlySpan<byte> name)
        {
            var milliseconds = Number(name);
            var last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
            return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, last));
        }

        public string? Digest(ReadOnlySpan<byte> name)
        {
            var value = Value(name);
            if (value.SequenceEqual("-"u8))
            {
                return null;
            }

            var text = Encoding.ASCII.GetString(value);
            _isBroken |= !ContentId.IsOne(text);
            return text;
        }

        public string Text(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(Value(name));

        private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name)
        {
            var line = Next();
            _isBroken |= !line.StartsWith(name);
            return _isBroken ? [] : line[name.Length..];
        }
    }
}
