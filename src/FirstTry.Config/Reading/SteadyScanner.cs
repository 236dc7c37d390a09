using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace FirstTry.Config.Reading;

/// <summary>
/// Stays on a token until it is consumed. The parser of the library looks ahead twice after an anchored scalar in a flow map, and the
/// second look would pass over a token: <c>{ a: &amp;x 1, b: 2 }</c> was an error (https://github.com/aaubry/YamlDotNet/issues/949).
/// </summary>
internal sealed class SteadyScanner(TextReader text) : IScanner
{
    private readonly Scanner _scanner = new(text);
    private bool _isAhead;

    public Mark CurrentPosition => _scanner.CurrentPosition;

    public Token? Current => _scanner.Current;

    public bool MoveNext()
    {
        _isAhead = _scanner.MoveNext();
        return _isAhead;
    }

    public bool MoveNextWithoutConsuming()
    {
        // At the end the parser asks whether really nothing follows.
        if (!_isAhead || Current is StreamEnd)
        {
            _isAhead = _scanner.MoveNextWithoutConsuming();
        }

        return _isAhead;
    }

    public void ConsumeCurrent()
    {
        _isAhead = false;
        _scanner.ConsumeCurrent();
    }
}
