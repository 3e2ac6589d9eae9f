using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Bodies.Texts;

namespace Passerelle.Bodies;

/// <summary>A local mandate: what makes a person one of the elected. In a commune, or at a partner.</summary>
internal sealed class LocalMandate : Root, IHasReaders
{
    private LocalMandate()
    {
    }

    public Guid Person { get; private set; }
    public LocalizedText Function { get; private set; } = LocalizedText.Empty();
    public string? Commune { get; private set; }
    public string? Partner { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }

    /// <summary>Whether its end has been told, once.</summary>
    public bool EndTold { get; private set; }

    public Readers Readers => Readers.Everyone;

    protected override string Kind => "mandate";

    public static LocalMandate Declare(Guid id, Guid person, LocalizedText function, string? commune, string? partner, DateOnly from, DateOnly until, Act act)
    {
        if (commune is null == partner is null)
        {
            throw new RuleBroken(T("rule.mandate.where"), "commune");
        }

        if (until < from)
        {
            throw new RuleBroken(T("rule.until"), "until");
        }

        var mandate = new LocalMandate { Id = id, Person = person, Function = function, Commune = commune, Partner = partner, From = from, Until = until };
        mandate.Record(act, "mandate.declared", person: person, data: [("commune", commune), ("partner", partner)]);
        return mandate;
    }

    /// <summary>The mandate that an office is: it lasts as long as the office, whose end nobody knows yet.</summary>
    public static LocalMandate OfOffice(Guid person, LocalizedText function, string commune, DateOnly from, Act act)
    {
        var mandate = new LocalMandate { Person = person, Function = function, Commune = commune, From = from };
        mandate.Record(act, "mandate.declared", person: person, data: [("commune", commune), ("partner", null)]);
        return mandate;
    }

    /// <summary>One that the pack brings; nobody needs to be told of an end that lies behind.</summary>
    public static LocalMandate Restore(Guid id, Guid person, LocalizedText function, string? commune, string? partner, DateOnly from, DateOnly? until, DateOnly today) =>
        new() { Id = id, Person = person, Function = function, Commune = commune, Partner = partner, From = from, Until = until, EndTold = until < today };

    /// <summary>Sets its last day, which may lie ahead.</summary>
    public void End(DateOnly last, Act act)
    {
        if (last < From)
        {
            throw new RuleBroken(T("rule.until"), "until");
        }

        if (EndTold)
        {
            throw new RuleBroken(T("rule.mandate.over"));
        }

        Until = last;
        Record(act, "mandate.shortened", person: Person, data: [("commune", Commune), ("partner", Partner)]);
    }

    /// <summary>Says, once, that its last day has passed.</summary>
    public void Elapse(DateOnly today, Act act)
    {
        if (EndTold || Until is null || Until >= today)
        {
            return;
        }

        EndTold = true;
        Record(act, "mandate.ended", person: Person, data: [("commune", Commune), ("partner", Partner)]);
    }
}
