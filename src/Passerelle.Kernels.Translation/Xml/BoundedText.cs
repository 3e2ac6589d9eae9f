using System.Globalization;
using System.Text;

namespace Passerelle.Kernels.Translation.Xml;

/// <summary>
/// The characters of a file, decoded strictly and counted. An XML reader asks for more only while it is inside a node, so
/// counting from mark to mark bounds texts, attributes, names and comments alike, before they are held in memory.
/// </summary>
internal sealed class BoundedText : TextReader
{
    private const int Chunk = 16 * 1024;
    private const int LongestReference = 8;
    private const int LongestPrologue = 64 * 1024;
    private readonly Stream _file;
    private readonly XmlLimits _limits;
    private readonly byte[] _bytes = new byte[Chunk];
    private readonly Encoding _encoding;
    private readonly string _name;
    private readonly Decoder _decoder;
    private char[] _chars = new char[Chunk + 16];
    private int _at;
    private int _end;
    private int _first;
    private long _given;
    private long _mark;
    private int _lines = 1;
    private long _lineBegins;

    public BoundedText(Stream file, XmlLimits limits)
    {
        _file = file;
        _limits = limits;
        _first = file.ReadAtLeast(_bytes, Chunk, throwOnEndOfStream: false);
        if (_first == 0)
        {
            throw new WrongFile(Faults.Empty);
        }

        (_encoding, _name, var skip) = XmlEncoding.Of(_bytes.AsSpan(0, _first));
        _decoder = _encoding.GetDecoder();
        _bytes.AsSpan(skip, _first - skip).CopyTo(_bytes);
        _first -= skip;
    }

    /// <summary>Whether the file has been read to its end.</summary>
    private bool Ended { get; set; }

    /// <summary>Whether a fault at this place is that the file ends: readers report it there, or where the last name or reference began.</summary>
    public bool EndsAt(int line, int column) => Ended && (line == 0 || (line == _lines && _given - _lineBegins - column < LongestReference));

    /// <summary>A new node begins.</summary>
    public void Mark() => _mark = _given;

    /// <summary>Looks at what stands before the root element; nothing is consumed.</summary>
    public Prologue Prologue()
    {
        while (true)
        {
            var prologue = Xml.Prologue.Of(_chars.AsSpan(_at, _end - _at));
            if (prologue.Known || _end - _at > LongestPrologue || !Fill())
            {
                return prologue;
            }
        }
    }

    public override int Peek() => _at < _end || Fill() ? _chars[_at] : -1;

    public override int Read() => _at < _end || Fill() ? Give(_chars.AsSpan(_at, 1))[0] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0 || (_at == _end && !Fill()))
        {
            return 0;
        }

        var some = Give(_chars.AsSpan(_at, Math.Min(count, _end - _at)));
        some.CopyTo(buffer.AsSpan(index));
        return some.Length;
    }

    private Span<char> Give(Span<char> some)
    {
        _at += some.Length;
        _given += some.Length;
        if (_given > _limits.Characters)
        {
            throw new WrongFile(Faults.TooLarge, [_limits.Characters.ToString(CultureInfo.InvariantCulture)]);
        }

        // The reader holds up to a chunk in advance.
        if (_given - _mark > _limits.ElementCharacters + Chunk)
        {
            throw new WrongFile(Faults.ElementTooLarge, [_limits.ElementCharacters.ToString(CultureInfo.InvariantCulture)], _lines);
        }

        _lines += some.Count('\n');
        _lineBegins = some.LastIndexOf('\n') is >= 0 and var last ? _given - some.Length + last + 1 : _lineBegins;
        return some;
    }

    /// <summary>Decodes more behind what is held; false at the end of the file.</summary>
    private bool Fill()
    {
        if (Ended)
        {
            return false;
        }

        var held = _first > 0 ? _first : _file.ReadAtLeast(_bytes, _bytes.Length, throwOnEndOfStream: false);
        _first = 0;
        Ended = held == 0;
        Room(held);
        try
        {
            _end += _decoder.GetChars(_bytes.AsSpan(0, held), _chars.AsSpan(_end), flush: Ended);
        }
        catch (DecoderFallbackException wrong)
        {
            throw Wrong(held, wrong);
        }

        // Half a character may be all that was left.
        return _at < _end || (!Ended && Fill());
    }

    private void Room(int bytes)
    {
        _chars.AsSpan(_at, _end - _at).CopyTo(_chars);
        (_at, _end) = (0, _end - _at);
        if (_chars.Length < _end + bytes + 16)
        {
            Array.Resize(ref _chars, _end + bytes + 16);
        }
    }

    /// <summary>The line and column of the first byte that is no character, so that somebody can find it.</summary>
    private WrongFile Wrong(int held, DecoderFallbackException wrong)
    {
        var good = Math.Clamp(wrong.Index, 0, held);
        var before = new string(_chars, 0, _end) + Encoding.GetEncoding(_encoding.CodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback).GetString(_bytes, 0, good);
        var last = before.LastIndexOf('\n');
        var column = before.Length - last + (last < 0 ? (int)(_given - _lineBegins) : 0);
        return new(Faults.Encoding, [_name], _lines + before.Count(c => c == '\n'), column, "", wrong);
    }
}
