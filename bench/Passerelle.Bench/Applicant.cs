using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Passerelle.Bench;

/// <summary>
/// Somebody who applies by the pages alone, as a browser does it: with a connection and cookies of its own, going where
/// each answer leads, and with what stands hidden in a form. Nobody stops to think.
/// </summary>
internal sealed partial class Applicant : IDisposable
{
    public const string Vacancy = "coordinateur-de-projets-2021";

    /// <summary>What a candidate's way consists of.</summary>
    public static readonly string[] Requests = ["a page", "beginning", "facts", "upload of 1 MB", "sending"];

    public const string Whole = "a candidate's whole way";
    private const int MostSaid = 300;
    private readonly HttpClient _http;
    private readonly Timings _timings;

    public Applicant(int port, int number, Timings timings)
    {
        (Number, _timings) = (number, timings);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(2) };
        _http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public int Number { get; }

    public string Email => EmailOf(Number);

    /// <summary>The address of the application, by the link of the browser it was begun in.</summary>
    public string Path { get; private set; } = "";

    public static string EmailOf(int number) => $"candidate-{number}@bench.example";

    /// <param name="due">When the candidate comes: what the server was late with the first page counts.</param>
    public async Task Apply(long due)
    {
        var language = Papers.LanguageOf(Number);
        var job = $"/{language}/jobs/{Vacancy}";
        await Get(job, due);
        var form = Hidden(await Get(job + "/apply"));
        Path = await Post("beginning", job + "/apply", new FormUrlEncodedContent([.. form, new("name", Papers.NameOf(Number)), new("email", Email), new("language", language)]));
        form = Hidden(await Get(Path + "/facts"));
        await Post("facts", Path + "/facts", new FormUrlEncodedContent([.. form, new("name", Papers.NameOf(Number)), new("language", language),
            new("regime", "F"), new("servant", "no"), new("from.0", "2012-03"), new("until.0", "2020-06"), new("what.0", "Projets transfrontaliers"), new("from.1", ""), new("until.1", ""), new("what.1", "")]));
        await Upload(Paper.Cv, "cv", null);
        await Upload(Paper.French, "letter", "fr");
        await Upload(Paper.Dutch, "letter", "nl");
        form = Hidden(await Get(Path + "/send"));
        await Post("sending", Path + "/send", new FormUrlEncodedContent([.. form, new("missions", "true"), new("privacy", "true")]));
        _timings.Add(Whole, Stopwatch.GetElapsedTime(due));
    }

    public Task<byte[]> Document(Guid id) => _http.GetByteArrayAsync($"{Path}/documents/{id}");

    public void Dispose() => _http.Dispose();

    private async Task Upload(Paper paper, string slot, string? holds)
    {
        using var content = new MultipartFormDataContent();
        if (holds is not null)
        {
            content.Add(new StringContent(holds), "holds");
        }

        var bytes = new ByteArrayContent(Papers.Of(Number, paper));
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(bytes, slot, $"{paper}-{Number}.pdf");
        await Post("upload of 1 MB", $"{Path}/{slot}", content);
    }

    private async Task<string> Get(string path, long? since = null)
    {
        var begun = since ?? Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        _timings.Add("a page", Stopwatch.GetElapsedTime(begun));
        return answer.StatusCode == HttpStatusCode.OK ? text : throw new InvalidOperationException($"{Plain(path)} answered {(int)answer.StatusCode}: {Said(text)}");
    }

    /// <summary>Sends a form and opens the page that the answer leads to; its address.</summary>
    private async Task<string> Post(string kind, string path, HttpContent content)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsync(path, content);
        var text = await answer.Content.ReadAsStringAsync();
        _timings.Add(kind, Stopwatch.GetElapsedTime(begun));
        var next = answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"{kind} answered {(int)answer.StatusCode}: {Said(text)}");
        await Get(next);
        return next;
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(string page) =>
        HiddenField().Matches(Middle(page)).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));

    private static string Middle(string page) =>
        page.IndexOf("<main", StringComparison.Ordinal) is > 0 and var from && page.IndexOf("</main>", from, StringComparison.Ordinal) is > 0 and var until ? page[from..until] : page;

    private static string Said(string page)
    {
        var text = string.Join(' ', AnyTag().Replace(Middle(page), " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length > MostSaid ? text[..MostSaid] : text;
    }

    /// <summary>Without the link, which opens the application.</summary>
    private static string Plain(string path) => Token().Replace(path, "/applications/…");

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("/applications/[^/]+")]
    private static partial Regex Token();
}
