namespace Passerelle.Kernels.Inspection.Reading;

/// <summary>What one inspection may cost. An honest application is far below; a file that goes beyond is refused, not cut.</summary>
internal static class Limits
{
    /// <summary>Nested arrays and dictionaries; real files stay under twenty.</summary>
    public const int Depth = 200;

    /// <summary>Objects that are walked through; a page of a catalogue has some thousands.</summary>
    public const int Objects = 300_000;

    /// <summary>One unpacked stream that has to be held: a font, a page's content.</summary>
    public const long HeldStream = 32L << 20;

    /// <summary>All that is unpacked and held, again and again where a stream is used again.</summary>
    public const long Held = 96L << 20;

    /// <summary>All that is unpacked and only counted: two pages scanned at 600 dpi in colour are 200 MB.</summary>
    public const long Counted = 320L << 20;

    /// <summary>A page's drawing above which its text is left alone: a map, not a letter.</summary>
    public const long TextOfContent = 3L << 20;

    public const int PagesWithText = 20;
    public const int LettersOfPage = 20_000;
    public const int PageSizeFaults = 10;

    /// <summary>The stack of the reading thread; it is touched only as deep as a file goes.</summary>
    public const int Stack = 32 << 20;
}

/// <summary>The file asks for more than <see cref="Limits"/> allows.</summary>
internal sealed class TooCostly(string what) : Exception(what);

/// <summary>What an inspection has used up, and what it came upon. Libraries between here and there swallow exceptions, so it is remembered.</summary>
internal sealed class Ledger
{
    private long held;
    private long counted;

    public bool Exhausted { get; private set; }
    public bool Damaged { get; set; }

    public void Hold(long bytes) => Spend(bytes > Limits.HeldStream || (held += bytes) > Limits.Held, "unpacked and held");

    public void Count(long bytes) => Spend((counted += bytes) > Limits.Counted, "unpacked");

    public void Spend(bool tooMuch, string what)
    {
        Exhausted |= tooMuch;
        if (Exhausted)
        {
            throw new TooCostly(what);
        }
    }
}
