using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Passerelle.Translation.Machine;

/// <summary>One request to a service outside, and what becomes of it in any case.</summary>
public sealed class EngineCall(IHttpClientFactory clients)
{
    public const string Client = "machine";
    public const int MostBytes = 2 * 1024 * 1024;

    private const int MostMessage = 300;

    /// <param name="request">What is sent; given away.</param>
    /// <param name="read">Reads the body of an answer that says all is well.</param>
    /// <param name="stop">When the platform itself stops.</param>
    public async Task<EngineAnswer> Send(HttpRequestMessage request, Func<string, EngineAnswer> read, CancellationToken stop)
    {
        try
        {
            using (request)
            using (var client = clients.CreateClient(Client))
            using (var answer = await client.SendAsync(request, stop))
            {
                var body = await answer.Content.ReadAsStringAsync(stop);
                return answer.IsSuccessStatusCode ? read(body) : Failed(answer.StatusCode, body);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new EngineAnswer.Failed(EngineCodes.TimeOut, "", Passes: true);
        }
        catch (HttpRequestException e)
        {
            return new EngineAnswer.Failed(EngineCodes.Unreachable, Short(e.Message), Passes: true);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new EngineAnswer.Failed(EngineCodes.Unreadable, Short(e.Message), Passes: true);
        }
    }

    /// <summary>With its length said: not every service takes a body in pieces.</summary>
    public static HttpRequestMessage Post(Uri address, object body) =>
        new(HttpMethod.Post, address) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };

    /// <summary>The translations, if there are as many as texts were asked.</summary>
    public static EngineAnswer Translated(IReadOnlyList<string> texts, EngineAsk ask) => texts.Count == ask.Texts.Count
        ? new EngineAnswer.Translated(texts)
        : new EngineAnswer.Failed(EngineCodes.Count, string.Create(CultureInfo.InvariantCulture, $"{texts.Count}/{ask.Texts.Count}"), Passes: false);

    public static string Short(string message) => message.Length <= MostMessage ? message : message[..MostMessage];

    /// <summary>Too many at once, and the service's own troubles, pass; a wrong key or a used-up quota do not by themselves.</summary>
    private static EngineAnswer.Failed Failed(HttpStatusCode status, string body)
    {
        var code = (int)status;
        return new EngineAnswer.Failed(code.ToString(CultureInfo.InvariantCulture), Short(body), Passes: code is 408 or 425 or 429 or >= 500);
    }
}
