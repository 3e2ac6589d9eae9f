namespace Passerelle.Translation.Machine;

/// <summary>What an engine is asked.</summary>
/// <param name="From">The language of the texts, as everywhere here: «fr».</param>
/// <param name="Into">The language wanted.</param>
/// <param name="Texts">Sentences, mostly.</param>
/// <param name="Reference">What the ask is called here.</param>
/// <param name="CallBack">Where an engine that answers later does so.</param>
public sealed record EngineAsk(string From, string Into, IReadOnlyList<string> Texts, string Reference, string CallBack);

/// <summary>What it says to that.</summary>
public abstract record EngineAnswer
{
    private EngineAnswer()
    {
    }

    /// <summary>The translations, one for each text and in their order.</summary>
    public sealed record Translated(IReadOnlyList<string> Texts) : EngineAnswer;

    /// <summary>They come later, to the address given.</summary>
    /// <param name="Reference">What the engine calls the ask.</param>
    public sealed record Later(string Reference) : EngineAnswer;

    /// <summary>There will be none.</summary>
    /// <param name="Code">The service's own code, or one of <see cref="EngineCodes"/>.</param>
    /// <param name="Message">What the service says about it, for those who look after it.</param>
    /// <param name="Passes">Whether trying again makes sense.</param>
    public sealed record Failed(string Code, string Message, bool Passes) : EngineAnswer;
}

/// <summary>A service outside that translates. It is a helper: whatever it does or does not do, the desk works.</summary>
public interface ITranslationEngine
{
    /// <summary>Asks it. Whatever goes wrong is an answer, never an exception, unless <paramref name="stop"/> says to stop.</summary>
    Task<EngineAnswer> Ask(EngineAsk ask, CancellationToken stop);
}

/// <summary>What went wrong where the service itself has no code for it.</summary>
public static class EngineCodes
{
    /// <summary>No answer in time.</summary>
    public const string TimeOut = "timeout";

    /// <summary>No connection, or one that broke.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>An answer that says nothing.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Another number of texts than was asked.</summary>
    public const string Count = "count";

    /// <summary>It promised an answer that never came.</summary>
    public const string Late = "late";

    /// <summary>The text has changed since, or is nobody's to send any more.</summary>
    public const string Moved = "moved";

    /// <summary>Numbers, placeholders or formatting did not come through.</summary>
    public const string Checks = "checks";
}
