using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Passerelle.Tests.Translation;

/// <summary>A service on a port of this machine that speaks as DeepL, LibreTranslate and eTranslation do. It «translates» by a mark before each text.</summary>
internal sealed partial class MachineFake : IDisposable
{
    public const string Key = "a-key-of-the-house";
    public const string Application = "Passerelle_2026";

    private readonly WebApplication _app;
    private int _request = 1000;

    public MachineFake()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(Answer);
        _app.Start();
        Address = _app.Urls.First();
    }

    public string Address { get; }

    /// <summary>What was asked, the newest last.</summary>
    public ConcurrentQueue<JsonElement> Heard { get; } = new();

    /// <summary>Answers in place of the service.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>What becomes of a text.</summary>
    public Func<string, string> Says { get; set; } = Marked;

    public JsonElement Last => Heard.Last();

    /// <summary>All texts that were ever sent here.</summary>
    public string AllHeard => string.Join('\n', Heard.Select(h => JsonSerializer.Serialize(h, Plain)));

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Marked(string text) => "Machine: " + text;

    public void Reset() => (Instead, Says) = (null, Marked);

    public static Func<HttpContext, Task> Status(int status) => http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync("""{"message":"no"}""");
    };

    public static Func<HttpContext, Task> Words(string body) => http => http.Response.WriteAsync(body);

    public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        if (http.Request.Path == "/etranslation/si/translate" && !Knows(http))
        {
            return;
        }

        var body = JsonDocument.Parse(text).RootElement;
        Heard.Enqueue(body);
        await (Instead?.Invoke(http) ?? http.Request.Path.Value switch
        {
            "/v2/translate" when http.Request.Headers.Authorization == "DeepL-Auth-Key " + Key && body.GetProperty("source_lang").GetString() == "FR" && body.GetProperty("target_lang").GetString() == "NL" =>
                http.Response.WriteAsJsonAsync(new { translations = Texts(body, "text").Select(t => new { detected_source_language = "FR", text = Says(t) }) }),
            "/translate" when body.TryGetProperty("api_key", out var key) && key.GetString() == Key && body.GetProperty("format").GetString() == "text" =>
                http.Response.WriteAsJsonAsync(new { translatedText = Texts(body, "q").Select(Says) }),
            "/etranslation/si/translate" when body.GetProperty("textToTranslate").GetString()!.Length <= 5000 =>
                http.Response.WriteAsync(Interlocked.Increment(ref _request).ToString(CultureInfo.InvariantCulture)),
            "/etranslation/si/translate" => http.Response.WriteAsync("-20021"),
            _ => Status(403)(http),
        });
    }

    private static List<string> Texts(JsonElement body, string name) => [.. body.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    /// <summary>Digest authentication (RFC 7616), as the service asks for it.</summary>
    private static bool Knows(HttpContext http)
    {
        const string realm = "eTranslation", nonce = "5ccc069c403ebaf9f0171e9517f40e41";
        var said = DigestField().Matches(http.Request.Headers.Authorization.ToString()).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim('"'));
        string Of(string name) => said.GetValueOrDefault(name, "");
        var wanted = Hash($"{Hash($"{Application}:{realm}:{Key}")}:{nonce}:{Of("nc")}:{Of("cnonce")}:auth:{Hash($"POST:{Of("uri")}")}");
        if (Of("response") == wanted)
        {
            return true;
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = $"Digest realm=\"{realm}\", nonce=\"{nonce}\", qop=\"auth\", algorithm=MD5";
        return false;
    }

#pragma warning disable CA5351 // what the protocol asks for
    private static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    [GeneratedRegex("""(\w+)=("[^"]*"|[^,\s]+)""")]
    private static partial Regex DigestField();
}
