namespace FirstTry.Graph;

/// <summary>Reads <c>[a-z]</c> into a set of byte values, by the rules of git's wildmatch.</summary>
internal sealed class GlobClass
{
    private readonly string _pattern;
    private int _position;

    private GlobClass(string pattern, int position)
    {
        _pattern = pattern;
        _position = position;
    }

    /// <summary>A bit for each byte value.</summary>
    public byte[] Bits { get; } = new byte[32];

    /// <summary>The index behind the closing bracket.</summary>
    public int End => _position;

    /// <summary>Reads the class whose <c>[</c> stands at <paramref name="start"/>.</summary>
    public static GlobClass Read(string pattern, int start)
    {
        var set = new GlobClass(pattern, start + 1);
        set.Read();
        return set;
    }

    private void Read()
    {
        var negated = Peek() is '!' or '^';
        if (negated)
        {
            _position++;
        }

        // A bracket in first place is a member, so that it can be one at all.
        for (var first = true; first || Peek() != ']'; first = false)
        {
            if (Peek() == '[' && Peek(1) == ':' && TryReadNamed())
            {
                continue;
            }

            ReadMember();
        }

        _position++;
        if (negated)
        {
            for (var i = 0; i < Bits.Length; i++)
            {
                Bits[i] = (byte)~Bits[i];
            }
        }

        Bits['/' >> 3] &= unchecked((byte)~(1 << ('/' & 7)));
    }

    private void ReadMember()
    {
        var low = ReadCharacter();
        if (Peek() != '-' || Peek(1) == ']')
        {
            Add(low);
            return;
        }

        _position++;
        var high = ReadCharacter();
        if (high < low)
        {
            throw new GlobException($"The range '{low}-{high}' is empty. Write the smaller character first: '{high}-{low}'.");
        }

        for (var value = low; value <= high; value++)
        {
            Add(value);
        }
    }

    private char ReadCharacter()
    {
        if (Peek() == '\\')
        {
            GlobSyntax.CheckEscape(_pattern, _position);
            _position++;
        }

        var value = Peek();
        if (value > 0x7f)
        {
            throw new GlobException(
                "A class matches one byte, and letters outside ASCII have several. Write alternatives, as in '{\u00e9,\u00e8}', or '*'.");
        }

        _position++;
        return value;
    }

    private bool TryReadNamed()
    {
        var start = _position + 2;
        var end = _pattern.IndexOf(']', start);
        if (end < start + 1 || _pattern[end - 1] != ':')
        {
            return false;
        }

        var name = _pattern.Substring(start, end - 1 - start);
        var predicate = CharacterKinds.Find(name)
            ?? throw new GlobException($"There is no class '[:{name}:]'. The classes are {CharacterKinds.Names}.");
        for (var value = '\0'; value <= 0x7f; value++)
        {
            if (predicate(value))
            {
                Add(value);
            }
        }

        _position = end + 1;
        return true;
    }

    private void Add(char value) => Bits[value >> 3] |= (byte)(1 << (value & 7));

    private char Peek(int ahead = 0) => _position + ahead < _pattern.Length
        ? _pattern[_position + ahead]
        : throw new GlobException("The '[' is never closed. Close the class with ']', or write '\\[' for the character itself.");
}
