using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace FirstTry.Engine.Fingerprints.Hashing;

/// <summary>
/// SHA-256 in plain C#. The library's loads OpenSSL at its first use, which costs more than a whole run whose results are remembered, and
/// ends the process where there is none. Source: FIPS 180-4, 6.2.
/// </summary>
internal sealed class Sha256
{
    private const int BlockLength = 64;

    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private readonly uint[] _state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
    private readonly byte[] _rest = new byte[BlockLength];
    private int _restLength;
    private long _length;

    /// <summary>The digest of a message.</summary>
    internal static Digest Of(ReadOnlySpan<byte> message)
    {
        var hash = new Sha256();
        hash.Append(message);
        return hash.Finish();
    }

    /// <summary>Adds the next bytes of the message.</summary>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        if (_restLength > 0)
        {
            var taken = Math.Min(BlockLength - _restLength, bytes.Length);
            bytes[..taken].CopyTo(_rest.AsSpan(_restLength));
            _restLength += taken;
            bytes = bytes[taken..];
            if (_restLength < BlockLength)
                return;

            AddBlocks(_state, _rest);
            _restLength = 0;
        }

        var whole = bytes.Length & ~(BlockLength - 1);
        AddBlocks(_state, bytes[..whole]);
        bytes[whole..].CopyTo(_rest);
        _restLength = bytes.Length - whole;
    }

    /// <summary>The digest of everything added; nothing may be added afterwards.</summary>
    internal Digest Finish()
    {
        Span<byte> end = stackalloc byte[_restLength < BlockLength - sizeof(ulong) ? BlockLength : 2 * BlockLength];
        end.Clear();
        _rest.AsSpan(0, _restLength).CopyTo(end);
        end[_restLength] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(end[^sizeof(ulong)..], _length * 8);
        AddBlocks(_state, end);
        Span<byte> digest = stackalloc byte[Digest.Length];
        for (var i = 0; i < _state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(digest[(i * sizeof(uint))..], _state[i]);

        return Digest.From(digest);
    }

    private static unsafe void AddBlocks(uint[] state, ReadOnlySpan<byte> blocks)
    {
        var words = stackalloc uint[BlockLength];
        fixed (uint* constants = Constants, sum = state)
        fixed (byte* start = blocks)
        {
            for (var block = 0; block + BlockLength <= blocks.Length; block += BlockLength)
            {
                Spread(start + block, words);
                AddBlock(sum, words, constants);
            }
        }
    }

    private static unsafe void AddBlock(uint* state, uint* words, uint* constants)
    {
        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < BlockLength; i += 8)
        {
            // Eight steps at once, so that nothing is moved from variable to variable.
            var next = Mix(e, f, g, h, words[i] + constants[i]);
            d += next;
            h = next + Turn(a, b, c);
            next = Mix(d, e, f, g, words[i + 1] + constants[i + 1]);
            c += next;
            g = next + Turn(h, a, b);
            next = Mix(c, d, e, f, words[i + 2] + constants[i + 2]);
            b += next;
            f = next + Turn(g, h, a);
            next = Mix(b, c, d, e, words[i + 3] + constants[i + 3]);
            a += next;
            e = next + Turn(f, g, h);
            next = Mix(a, b, c, d, words[i + 4] + constants[i + 4]);
            h += next;
            d = next + Turn(e, f, g);
            next = Mix(h, a, b, c, words[i + 5] + constants[i + 5]);
            g += next;
            c = next + Turn(d, e, f);
            next = Mix(g, h, a, b, words[i + 6] + constants[i + 6]);
            f += next;
            b = next + Turn(c, d, e);
            next = Mix(f, g, h, a, words[i + 7] + constants[i + 7]);
            e += next;
            a = next + Turn(b, c, d);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static unsafe void Spread(byte* block, uint* words)
    {
        for (var i = 0; i < 16; i++)
            words[i] = BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<uint>(block + (i * sizeof(uint))));

        for (var i = 16; i < BlockLength; i++)
        {
            var (early, late) = (words[i - 15], words[i - 2]);
            words[i] = words[i - 16] + words[i - 7]
                + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3))
                + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint e, uint f, uint g, uint h, uint word) => h + word + (g ^ (e & (f ^ g)))
        + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Turn(uint a, uint b, uint c) => ((a & b) | (c & (a | b)))
        + (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22));
}
