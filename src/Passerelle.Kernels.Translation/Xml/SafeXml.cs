using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Passerelle.Kernels.Translation.Xml;

/// <summary>
/// Reads an XML file that a stranger sent: forward only, no document type with declarations (so no entities of its own, and
/// nothing fetched from elsewhere), bounded depth and sizes, and an encoding that is what it says. What cannot be read is
/// refused with <see cref="WrongFile"/>, which says where. Comments and processing instructions are passed over.
/// </summary>
public sealed class SafeXml : IDisposable
{
    private readonly XmlLimits _limits;
    private readonly BoundedText _text;
    private readonly XmlReader _xml;
    private readonly List<Dictionary<string, int>> _siblings = [[]];
    private readonly List<string> _steps = [];
    private bool _emptyOpen;

    /// <param name="file">Read from where it stands; not closed.</param>
    /// <param name="limits">How much may be read.</param>
    /// <param name="doctype">Whether «&lt;!DOCTYPE x SYSTEM "…"&gt;» may stand there; it is never looked up.</param>
    public SafeXml(Stream file, XmlLimits? limits = null, bool doctype = false)
    {
        _limits = limits ?? new();
        _text = new(file, _limits);
        var prologue = _text.Prologue();
        if (prologue.Subset || (prologue.Doctype >= 0 && !doctype))
        {
            throw new WrongFile(Faults.Doctype, [], 1);
        }

        _xml = XmlReader.Create(_text, new()
        {
            DtdProcessing = prologue.Doctype >= 0 ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            CloseInput = false,
        });
    }

    /// <summary>What was read last: an element's beginning, its end, or a text.</summary>
    public XmlNodeType Node => _xml.NodeType;

    /// <summary>The element's name without prefix.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Whether the element just begun is one without content, whose end is not told.</summary>
    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>The text just read; empty at an element.</summary>
    public string Value => _xml.Value;

    /// <summary>The way to the element that is open, or was just read.</summary>
    public string Path => string.Concat(_steps);

    /// <summary>An attribute of the element just begun; null without it.</summary>
    public string? Attribute(string name, string space = "") => _xml.GetAttribute(name, space);

    /// <summary>Goes to the next beginning, end or text; false at the end of the file.</summary>
    public bool Read()
    {
        _text.Mark();
        return Advance();
    }

    /// <summary>Goes to the beginning of the root element.</summary>
    public void Root()
    {
        while (Read() && Node != XmlNodeType.Element)
        {
        }
    }

    /// <summary>The element just begun with all that it holds, up to its end; each element in it knows where it began.</summary>
    public XElement Element()
    {
        _text.Mark();
        var element = Begin(Path);
        if (_xml.IsEmptyElement)
        {
            return element;
        }

        for (var open = element; Advance();)
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    var inner = Begin(null);
                    open.Add(inner);
                    open = _xml.IsEmptyElement ? open : inner;
                    break;
                case XmlNodeType.EndElement when open == element:
                    return element;
                case XmlNodeType.EndElement:
                    open = open.Parent!;
                    break;
                default:
                    open.Add(new XText(_xml.Value));
                    break;
            }
        }

        throw Wrong(Faults.Truncated);
    }

    /// <summary>A fault at the place that was read last.</summary>
    public WrongFile Wrong(string id, params IReadOnlyList<string> arguments) => Wrong(id, arguments, null);

    /// <inheritdoc/>
    public void Dispose()
    {
        _xml.Dispose();
        _text.Dispose();
    }

    private XElement Begin(string? path)
    {
        var (line, column) = Here;
        var element = new XElement((XNamespace)_xml.NamespaceURI + _xml.LocalName);
        element.AddAnnotation(new Place(line, column, path));
        while (_xml.MoveToNextAttribute())
        {
            // How a prefix is declared says nothing that the names do not say.
            if (_xml.NamespaceURI != XNamespace.Xmlns.NamespaceName)
            {
                element.Add(new XAttribute((XNamespace)_xml.NamespaceURI + _xml.LocalName, _xml.Value));
            }
        }

        _xml.MoveToElement();
        return element;
    }

    private bool Advance()
    {
        while (Next())
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    Enter();
                    return true;
                case XmlNodeType.EndElement:
                    Leave();
                    return true;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    return true;
            }
        }

        return false;
    }

    private bool Next()
    {
        try
        {
            if (_emptyOpen)
            {
                _emptyOpen = false;
                Leave();
            }

            return _xml.Read();
        }
        catch (XmlException wrong)
        {
            throw Wrong(_text.EndsAt(wrong.LineNumber, wrong.LinePosition) ? Faults.Truncated : Faults.Malformed, [], wrong);
        }
        catch (WrongFile wrong) when (wrong.Path.Length == 0)
        {
            throw new WrongFile(wrong.Id, wrong.Arguments, wrong.Line > 0 ? wrong.Line : Here.Line, wrong.Column, Path, wrong);
        }
    }

    private void Enter()
    {
        if (_steps.Count == _limits.Depth)
        {
            throw Wrong(Faults.TooDeep, _limits.Depth.ToString(CultureInfo.InvariantCulture));
        }

        var number = _siblings[^1][Name] = _siblings[^1].GetValueOrDefault(Name) + 1;
        _steps.Add(Place.Step(Name, number));
        _siblings.Add([]);
        _emptyOpen = _xml.IsEmptyElement;
    }

    private void Leave()
    {
        _steps.RemoveAt(_steps.Count - 1);
        _siblings.RemoveAt(_siblings.Count - 1);
    }

    internal Place Place => new(Here.Line, Here.Column, Path);

    private (int Line, int Column) Here => _xml is IXmlLineInfo info ? (info.LineNumber, info.LinePosition) : (0, 0);

    private WrongFile Wrong(string id, IReadOnlyList<string> arguments, XmlException? cause) =>
        new(id, arguments, cause?.LineNumber ?? Here.Line, cause?.LinePosition ?? Here.Column, Path, cause);
}
