using System.Globalization;

namespace Passerelle.Translation.Machine;

/// <summary>
/// The Commission's eTranslation: takes a text of at most 5,000 characters and sends what it made of it later to an
/// address of ours. A positive number is what it calls the request, a negative one an error.
/// </summary>
public sealed class ETranslation(MachineOptions options, EngineCall call) : ITranslationEngine
{
    private const int ConcurrencyQuota = -20028;

    /// <summary>Below the errors of the request itself stand those of the service while it works.</summary>
    private const int OwnTroubles = -30000;
    private const int TooManySegments = -40010;

    public Task<EngineAnswer> Ask(EngineAsk ask, CancellationToken stop) => call.Send(EngineCall.Post(options.Address, new
    {
        externalReference = ask.Reference,
        callerInformation = new { application = options.Application, username = options.User },
        textToTranslate = Written(ask.Texts),
        sourceLanguage = ask.From.ToUpperInvariant(),
        targetLanguages = new[] { ask.Into.ToUpperInvariant() },
        domain = "GEN",
        requesterCallback = ask.CallBack,
        errorCallback = ask.CallBack,
    }), Read, stop);

    /// <summary>A sentence a line: the engine translates line by line.</summary>
    public static string Written(IEnumerable<string> texts) => string.Join('\n', texts.Select(t => t.ReplaceLineEndings(" ")));

    /// <summary>The lines of an answer; of a single sentence all of it.</summary>
    public static IReadOnlyList<string> Lines(string text, int asked)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return asked == 1 && lines.Length > 0 ? [string.Join(' ', lines)] : lines;
    }

    /// <summary>Whether asking the same again later may go well.</summary>
    public static bool Passes(long code) => code is ConcurrencyQuota or (<= OwnTroubles and not TooManySegments);

    private static EngineAnswer Read(string body)
    {
        var said = body.Trim().Trim('"');
        return !long.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number == 0 ? new EngineAnswer.Failed(EngineCodes.Unreadable, EngineCall.Short(said), Passes: true)
            : number > 0 ? new EngineAnswer.Later(said)
            : new EngineAnswer.Failed(said, "", Passes(number));
    }
}
