using Passerelle.Platform.Data;

namespace Passerelle.Translation;

/// <summary>Who asked for it, who does it, by when.</summary>
public sealed partial class TranslationUnit
{
    public Guid? AskedBy { get; private set; }
    public DateTimeOffset? AskedAt { get; private set; }
    public Guid? AssignedTo { get; private set; }
    public DateOnly? Due { get; private set; }

    /// <summary>The Director lets who translated this text read it over too.</summary>
    public Guid? WaivedBy { get; private set; }

    /// <summary>A text that is not everybody's enters the queue when somebody asks.</summary>
    public void Ask(Act act)
    {
        if (AskedAt is null)
        {
            (AskedBy, AskedAt) = (act.Person, act.At);
            Record(act, "translation.asked");
        }
    }

    /// <summary>It is given to a person, who may read it from then on, or to nobody, with or without a day.</summary>
    public void Assign(Guid? person, DateOnly? due, Act act)
    {
        if ((person, due) == (AssignedTo, Due))
        {
            return;
        }

        (AssignedTo, Due, AskedAt, AskedBy) = (person, due, AskedAt ?? act.At, AskedAt is null ? act.Person : AskedBy);
        Record(act, person is null ? "translation.unassigned" : "translation.assigned", person: person, data: [("due", due?.ToString("o", System.Globalization.CultureInfo.InvariantCulture))]);
    }

    public void Waive(string reason, Act act)
    {
        if (WaivedBy is null)
        {
            WaivedBy = act.Person;
            Record(act, "translation.waived", personal: reason);
        }
    }

    /// <summary>An erased person stands nowhere in it any more; what waits for them waits for nobody.</summary>
    public void Forget(Guid person)
    {
        AskedBy = Without(AskedBy);
        AssignedTo = Without(AssignedTo);
        WaivedBy = Without(WaivedBy) ?? (WaivedBy is null ? null : Guid.Empty); // the exception itself holds
        HandedInBy = Without(HandedInBy);
        ReadBy = Without(ReadBy);
        Segments.ForEach(s => (s.By, s.ReadBy) = (Without(s.By), Without(s.ReadBy)));
        Notes.ForEach(n => n.AuthorId = Without(n.AuthorId));
        Dismissals.ForEach(d => d.By = Without(d.By));

        Guid? Without(Guid? named) => named == person ? null : named;
    }
}
