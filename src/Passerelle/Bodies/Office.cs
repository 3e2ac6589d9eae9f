using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using static Passerelle.Bodies.Texts;

namespace Passerelle.Bodies;

/// <summary>The office of mayor or bourgmestre of one commune, and its holders: never two at once.</summary>
internal sealed class Office : Root
{
    private Office()
    {
    }

    public Office(string commune) => (Id, Commune) = (IdOf(commune), commune);

    public string Commune { get; private set; } = "";

    public List<Tenure> Tenures { get; private set; } = [];

    protected override string Kind => "office";

    /// <summary>One office a commune: two people who make it at once make the same row, and one of them loses.</summary>
    public static Guid IdOf(string commune) => PackIds.Of("office", commune);

    public Tenure? On(DateOnly day) => Tenures.Find(t => Period.Holds(t.From, t.Until, day));

    public void Take(Guid holder, DateOnly from, DateOnly? until, Act act)
    {
        if (until < from)
        {
            throw new RuleBroken(T("rule.until"), "until");
        }

        if (Tenures.Find(t => Period.Overlap(from, until, t.From, t.Until)) is { } taken)
        {
            throw new RuleBroken(taken.Until is { } last
                ? T("rule.office.taken.until", Say.LongDate(taken.From), Say.LongDate(last))
                : T("rule.office.taken", Say.LongDate(taken.From)), "from");
        }

        Tenures.Add(new(Id, holder, from, until));
        Record(act, "body.office-taken", isPublic: true, person: holder, data: [("commune", Commune)]);
    }

    public void Leave(Guid tenure, DateOnly last, Act act)
    {
        var found = Tenures.Find(t => t.Id == tenure) ?? throw new Conflict();
        if (last < found.From)
        {
            throw new RuleBroken(T("rule.until"), "until");
        }

        if (found.Until is { } ended && last > ended)
        {
            throw new RuleBroken(T("rule.later", Say.LongDate(ended)), "until");
        }

        found.End(last);
        Record(act, "body.office-left", isPublic: true, person: found.Holder, data: [("commune", Commune)]);
    }
}

/// <summary>Who holds, or held, an office.</summary>
internal sealed class Tenure
{
    private Tenure()
    {
    }

    internal Tenure(Guid office, Guid holder, DateOnly from, DateOnly? until)
    {
        (Office, Holder, From, Until) = (office, holder, from, until);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid Office { get; private set; }
    public Guid Holder { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }

    internal void End(DateOnly last) => Until = last;
}
