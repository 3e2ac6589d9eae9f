using System.Text.Json;

namespace Passerelle.Translation.Machine;

/// <summary>DeepL, or a service that speaks as it does: answers at once. 456 says that the quota is used up.</summary>
public sealed class DeepL(MachineOptions options, EngineCall call) : ITranslationEngine
{
    public Task<EngineAnswer> Ask(EngineAsk ask, CancellationToken stop)
    {
        // A text is one sentence as a rule, cut here; its spaces and its marks of formatting are to stay.
        var request = EngineCall.Post(options.At("/v2/translate"), new
        {
            text = ask.Texts,
            source_lang = ask.From.ToUpperInvariant(),
            target_lang = Target(ask.Into),
            split_sentences = "0",
            preserve_formatting = true,
        });
        request.Headers.TryAddWithoutValidation("Authorization", "DeepL-Auth-Key " + options.Key);
        return call.Send(request, body => Read(body, ask), stop);
    }

    /// <summary>Some languages it writes only as one country does.</summary>
    private static string Target(string language) => language switch { "en" => "EN-GB", "pt" => "PT-PT", _ => language.ToUpperInvariant() };

    private static EngineAnswer Read(string body, EngineAsk ask)
    {
        using var answer = JsonDocument.Parse(body);
        return EngineCall.Translated([.. answer.RootElement.GetProperty("translations").EnumerateArray().Select(t => t.GetProperty("text").GetString() ?? "")], ask);
    }
}
