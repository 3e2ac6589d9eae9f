using System.Text.Json;

namespace Passerelle.Translation.Machine;

/// <summary>LibreTranslate, on a server of one's own or another's: answers at once.</summary>
public sealed class LibreTranslate(MachineOptions options, EngineCall call) : ITranslationEngine
{
    public Task<EngineAnswer> Ask(EngineAsk ask, CancellationToken stop)
    {
        Dictionary<string, object> body = new() { ["q"] = ask.Texts, ["source"] = ask.From, ["target"] = ask.Into, ["format"] = "text" };
        if (options.Key.Length > 0)
        {
            body["api_key"] = options.Key;
        }

        return call.Send(EngineCall.Post(options.At("/translate"), body), answer => Read(answer, ask), stop);
    }

    private static EngineAnswer Read(string body, EngineAsk ask)
    {
        using var answer = JsonDocument.Parse(body);
        var texts = answer.RootElement.GetProperty("translatedText");
        return EngineCall.Translated(texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(t => t.GetString() ?? "")] : [texts.GetString() ?? ""], ask);
    }
}
