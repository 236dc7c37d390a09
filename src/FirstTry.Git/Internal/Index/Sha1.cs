using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace FirstTry.Git.Internal.Index;

/// <summary>
/// Git's ids of small files. The library's SHA-1 loads OpenSSL at its first use, which costs more than a whole scan and ends the process
/// where there is none. Source: FIPS 180-4, 6.1.
/// </summary>
internal static class Sha1
{
    /// <summary>How many bytes an id has.</summary>
    public const int Length = 20;

    private const int BlockLength = 64;

    /// <summary>The id of the blob with this content.</summary>
    public static byte[] OfBlob(ReadOnlySpan<byte> content)
    {
        var header = Encoding.ASCII.GetBytes($"blob {content.Length.ToString(CultureInfo.InvariantCulture)}\0");
        return Of([.. header, .. content]);
    }

    /// <summary>The hash of a message.</summary>
    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        Span<uint> state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0];
        var whole = message.Length / BlockLength * BlockLength;
        for (var i = 0; i < whole; i += BlockLength)
        {
            Add(state, message.Slice(i, BlockLength));
        }

        Finish(state, message[whole..], message.Length);
        var hash = new byte[Length];
        for (var i = 0; i < state.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * sizeof(uint)), state[i]);
        }

        return hash;
    }

    // A bit 1, zeros, and the length in bits at the end of the last block.
    private static void Finish(Span<uint> state, ReadOnlySpan<byte> rest, long length)
    {
        Span<byte> end = stackalloc byte[rest.Length < BlockLength - sizeof(ulong) ? BlockLength : 2 * BlockLength];
        end.Clear();
        rest.CopyTo(end);
        end[rest.Length] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(end[^sizeof(ulong)..], length * 8);
        for (var i = 0; i < end.Length; i += BlockLength)
        {
            Add(state, end.Slice(i, BlockLength));
        }
    }

    private static void Add(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[80];
        for (var i = 0; i < 80; i++)
        {
            words[i] = i < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..])
                : BitOperations.RotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        }

        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4]);
        for (var i = 0; i < 80; i++)
        {
            var (mixed, constant) = (i / 20) switch
            {
                0 => ((b & c) | (~b & d), 0x5A827999u),
                1 => (b ^ c ^ d, 0x6ED9EBA1u),
                2 => ((b & c) | (b & d) | (c & d), 0x8F1BBCDCu),
                _ => (b ^ c ^ d, 0xCA62C1D6u),
            };
            var next = BitOperations.RotateLeft(a, 5) + mixed + e + constant + words[i];
            (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }
}
