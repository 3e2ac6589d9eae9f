using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tasks.Contract;

namespace Passerelle.Tasks;

internal enum ToDoState
{
    Open,
    Done,
}

/// <summary>Something that one person is asked to do, once for each key.</summary>
internal sealed class ToDo : Root, IHasReaders
{
    private ToDo()
    {
    }

    public string Key { get; private set; } = "";
    public Guid Owner { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty();
    public string Path { get; private set; } = "";
    public DateOnly? Due { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public ToDoState State { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who closed it; nobody when it settled by itself.</summary>
    public Guid? ClosedBy { get; private set; }

    public Readers Readers => Readers.Apart;

    protected override string Kind => "task";

    public TaskCard Card => new(Id, Title, Path, Due, AskedAt, Version) { MayHandBack = AskedBy is { } asker && asker != Owner };

    /// <summary>Who asked, where one person asked another.</summary>
    private Guid? AskedBy => Key.Split('/') is [TaskDesk.ByPerson, var asker, _] && Guid.TryParse(asker, out var id) ? id : null;

    public static ToDo Ask(Guid owner, string key, LocalizedText title, string path, DateOnly? due, Act act)
    {
        var task = new ToDo { Key = key, Owner = owner, Title = title, Path = path, Due = due, AskedAt = act.At };
        task.Record(act, "task.asked", person: owner);
        return task;
    }

    /// <summary>Its owner says that it is done. Said twice, the first counts.</summary>
    public void Done(Act act)
    {
        if (act.Person != Owner)
        {
            throw new RuleBroken(Texts.T("notyours"));
        }

        Close(act, "task.done");
    }

    /// <summary>The same task in other words, such as without a name that is to be forgotten.</summary>
    public void Reword(LocalizedText title) => Title = title;

    /// <summary>Another person takes it over.</summary>
    public void HandTo(Guid owner, Act act)
    {
        if (owner != Owner)
        {
            Owner = owner;
            Record(act, "task.handed", person: owner);
        }
    }

    /// <summary>Its owner will not do it: it goes back to who asked.</summary>
    public void HandBack(Act act)
    {
        if (act.Person != Owner)
        {
            throw new RuleBroken(Texts.T("notyours"));
        }

        if (State == ToDoState.Open && AskedBy is { } asker && asker != Owner)
        {
            Owner = asker;
            Record(act, "task.handed-back", person: asker);
        }
    }

    /// <summary>What it asked for happened elsewhere, or is no longer needed.</summary>
    public void Settle(Act act) => Close(act, "task.settled");

    private void Close(Act act, string name)
    {
        if (State == ToDoState.Done)
        {
            return;
        }

        (State, ClosedAt, ClosedBy) = (ToDoState.Done, act.At, act.Person);
        Record(act, name, person: Owner);
    }
}
