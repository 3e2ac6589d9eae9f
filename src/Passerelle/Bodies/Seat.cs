using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using static Passerelle.Bodies.Texts;

namespace Passerelle.Bodies;

/// <summary>A seat of a body, and everybody who has sat on it: never two at once.</summary>
internal sealed class Seat : Root, IHasReaders
{
    private Seat()
    {
    }

    public Seat(Guid id, string code, string body, int order, LocalizedText label, string? side, string? partner)
    {
        (Id, Code, Body, Order, Label, Side, Partner) = (id, code, body, order, label, side, partner);
    }

    public string Code { get; private set; } = "";
    public string Body { get; private set; } = "";
    public int Order { get; private set; }
    public LocalizedText Label { get; private set; } = LocalizedText.Empty();
    public string? Side { get; private set; }

    /// <summary>The partner to whom the seat belongs; nothing where the split is not known.</summary>
    public string? Partner { get; private set; }

    public List<Sitting> Sittings { get; private set; } = [];

    public Readers Readers => Readers.Everyone;

    protected override string Kind => "seat";

    public Sitting? On(DateOnly day) => Sittings.Find(s => Period.Holds(s.From, s.Until, day));

    public void Take(Guid person, string? partner, LocalizedText function, DateOnly from, DateOnly? until, Act act)
    {
        if (until < from)
        {
            throw new RuleBroken(T("rule.until"), "until");
        }

        if (Sittings.Find(s => Period.Overlap(from, until, s.From, s.Until)) is { } taken)
        {
            throw new RuleBroken(taken.Until is { } last
                ? T("rule.seat.taken.until", Say.LongDate(taken.From), Say.LongDate(last))
                : T("rule.seat.taken", Say.LongDate(taken.From)), "from");
        }

        if (Partner is not null && partner is not null && partner != Partner)
        {
            throw new RuleBroken(T("rule.seat.partner"), "partner");
        }

        Sittings.Add(new(Id, person, partner ?? Partner, function, from, until));
        Record(act, "body.seat-taken", isPublic: true, person: person, data: [("body", Body), ("seat", Code), ("partner", partner ?? Partner)]);
    }

    public void Leave(Guid sitting, DateOnly last, Act act)
    {
        var found = Sittings.Find(s => s.Id == sitting) ?? throw new Conflict();
        if (last < found.From)
        {
            throw new RuleBroken(T("rule.until"), "until");
        }

        if (found.Until is { } ended && last > ended)
        {
            throw new RuleBroken(T("rule.later", Say.LongDate(ended)), "until");
        }

        found.End(last);
        Record(act, "body.seat-left", isPublic: true, person: found.Person, data: [("body", Body), ("seat", Code)]);
    }
}

/// <summary>Who sits, or sat, on a seat, and for whom.</summary>
internal sealed class Sitting : IHasReaders
{
    private Sitting()
    {
    }

    internal Sitting(Guid seat, Guid person, string? partner, LocalizedText function, DateOnly from, DateOnly? until)
    {
        (Seat, Person, Partner, Function, From, Until) = (seat, person, partner, function, from, until);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Seat { get; private set; }
    public Guid Person { get; private set; }
    public string? Partner { get; private set; }

    /// <summary>President, vice-president; often empty.</summary>
    public LocalizedText Function { get; private set; } = LocalizedText.Empty();
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }

    internal void End(DateOnly last) => Until = last;

    public Readers Readers => Readers.Everyone;
}
