using System.Globalization;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Machine;

public enum AskState
{
    /// <summary>To be sent, or sent again.</summary>
    Waiting,

    /// <summary>With the engine.</summary>
    Sent,
    Answered,
    Failed,
}

/// <summary>Sentences of one text that an engine is asked to put into one language. A long text takes several.</summary>
public sealed class MachineAsk : Root
{
    /// <summary>eTranslation takes 5,000 characters, line ends and all.</summary>
    public const int MostCharacters = 4800;

    /// <summary>DeepL takes 50 texts at once.</summary>
    public const int MostSegments = 50;

    public const int MostTries = 5;
    private const int MostCode = 40;
    private const int MostMessage = 300;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    private MachineAsk()
    {
    }

    public string Owner { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public string Property { get; private set; } = "";
    public string Language { get; private set; } = "";
    public string From { get; private set; } = "";

    /// <summary>The revision of the source that the sentences are of.</summary>
    public int Revision { get; private set; }
    public List<string> Sources { get; private set; } = [];

    /// <summary>The engine's words, one for each; empty until it answers.</summary>
    public List<string> Answers { get; private set; } = [];

    /// <summary>Nobody where the kind of text is translated without being asked for.</summary>
    public Guid? AskedBy { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public AskState State { get; private set; }
    public int Tries { get; private set; }
    public DateTimeOffset NextTry { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the engine calls the request.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The hash of what stands in the address to which the engine answers.</summary>
    public string? CallBack { get; private set; }

    /// <summary>What went wrong last: the service's code, or one of <see cref="EngineCodes"/>.</summary>
    public string Code { get; private set; } = "";
    public string Message { get; private set; } = "";

    public TextKey Key => new(Owner, OwnerId, Property, Language);

    public bool IsOpen => State is AskState.Waiting or AskState.Sent;

    protected override string Kind => "translation";

    /// <summary>The thing whose text it is: the ask goes, and what left the house is to be found for good.</summary>
    protected override Guid Subject => OwnerId;

    /// <summary>
    /// The one rule on what may leave the house: what everybody may read. What is read inside, what is apart, and a
    /// document that is not for everybody never do.
    /// </summary>
    public static bool MayLeave(DeskText text) => text.Readers == Readers.Everyone;

    public static MachineAsk For(DeskText text, IReadOnlyList<string> sources, Act act)
    {
        if (!MayLeave(text))
        {
            throw new RuleBroken(MachineTexts.T("rule.leave"));
        }

        var ask = new MachineAsk
        {
            Owner = text.Key.Owner,
            OwnerId = text.Key.OwnerId,
            Property = text.Key.Property,
            Language = text.Language,
            From = text.Text.Source,
            Revision = text.Revision,
            Sources = [.. sources],
            AskedBy = act.Person,
            AskedAt = act.At,
            NextTry = act.At,
        };
        ask.Record(act, "translation.machine-asked", data: ask.Data(("segments", Number(sources.Count))));
        return ask;
    }

    /// <summary>The sentences in as many parts as it takes.</summary>
    public static IEnumerable<IReadOnlyList<string>> Parts(IEnumerable<string> sources)
    {
        List<string> part = [];
        var length = 0;
        foreach (var source in sources)
        {
            if (part.Count > 0 && (part.Count == MostSegments || length + source.Length + 1 > MostCharacters))
            {
                yield return part;
                (part, length) = ([], 0);
            }

            part.Add(source);
            length += source.Length + 1;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }

    /// <summary>It goes out, and is the engine's from now on.</summary>
    /// <param name="engine">Which one, for who asks later what went where.</param>
    /// <param name="act">When.</param>
    /// <returns>What stands in the address for the answer.</returns>
    public string Send(string engine, Act act)
    {
        var secret = Secret.New();
        (State, SentAt, CallBack, Reference) = (AskState.Sent, act.At, Secret.HashOf(secret), "");
        Tries++;
        Record(act, "translation.machine-sent", data: Data(("engine", engine), ("segments", Number(Sources.Count))));
        return secret;
    }

    /// <summary>The engine has taken it, and says what it calls it.</summary>
    public void Taken(string reference)
    {
        if (State == AskState.Sent)
        {
            Reference = reference;
        }
    }

    /// <param name="answers">The engine's words, one for each sentence; nothing for those that were not taken.</param>
    /// <param name="act">When.</param>
    public void Answer(IReadOnlyList<string> answers, Act act)
    {
        var taken = answers.Count(a => a.Length > 0);
        (State, EndedAt, CallBack, Answers, Code, Message) = (AskState.Answered, act.At, null, [.. answers], taken < answers.Count ? EngineCodes.Checks : "", "");
        Record(act, "translation.machine-answered", data: Data(("segments", Number(taken))));
    }

    /// <summary>It did not go well. What passes is tried again after a pause that grows, a few times.</summary>
    public void Fail(EngineAnswer.Failed failed, Act act)
    {
        (Code, Message, CallBack) = (Cut(Clean.Line(failed.Code), MostCode), Cut(Clean.Line(failed.Message), MostMessage), null);
        if (failed.Passes && Tries < MostTries)
        {
            (State, NextTry) = (AskState.Waiting, act.At + Pauses[Math.Clamp(Tries - 1, 0, Pauses.Length - 1)]);
            return;
        }

        (State, EndedAt, Sources) = (AskState.Failed, act.At, []);
        Record(act, "translation.machine-failed", data: Data(("code", Code)));
    }

    /// <summary>The text is not what it was, or nobody's to send any more: whatever the engine says is of no use, and its words go.</summary>
    public void Drop(Act act)
    {
        (State, EndedAt, CallBack, Code, Message, Sources, Answers) = (AskState.Failed, act.At, null, EngineCodes.Moved, "", [], []);
        Record(act, "translation.machine-dropped", data: Data());
    }

    /// <summary>Came back in other lines than it went: once more in halves, down to single sentences. This ask goes on with the first.</summary>
    /// <returns>The ask for the second.</returns>
    public MachineAsk Halve(Act act)
    {
        var half = Sources.Count / 2;
        var other = new MachineAsk
        {
            Owner = Owner,
            OwnerId = OwnerId,
            Property = Property,
            Language = Language,
            From = From,
            Revision = Revision,
            Sources = Sources[half..],
            AskedBy = AskedBy,
            AskedAt = AskedAt,
            NextTry = act.At,
        };
        (State, Sources, CallBack, Tries, NextTry, Code, Message) = (AskState.Waiting, Sources[..half], null, 0, act.At, "", "");
        Record(act, "translation.machine-failed", data: Data(("code", EngineCodes.Count)));
        return other;
    }

    /// <summary>Long after it ended its words go; what is left is that it did not go well.</summary>
    public void Empty() => (State, Sources, Answers) = (AskState.Failed, [], []);

    /// <summary>Who asked has left.</summary>
    public void Forget() => AskedBy = null;

    /// <summary>Which text of its thing it is, and what happened.</summary>
    private (string Key, string? Value)[] Data(params (string Key, string? Value)[] more) => [("owner", Owner), ("property", Property), ("language", Language), .. more];

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
