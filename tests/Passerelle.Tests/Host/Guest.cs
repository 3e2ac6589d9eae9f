using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Passerelle.Tests.Host;

/// <summary>Somebody with a browser: keeps cookies, follows redirects when asked, fills in forms as they stand.</summary>
public sealed class Guest
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    internal Guest(HttpMessageHandler server, string? acceptLanguage)
    {
        _http = new HttpClient(new Cookies(server, _cookies)) { BaseAddress = new Uri("http://localhost"), Timeout = TimeSpan.FromMinutes(5) };
        if (acceptLanguage is not null)
        {
            _http.DefaultRequestHeaders.Add("Accept-Language", acceptLanguage);
        }
    }

    public HttpClient Http => _http;

    public CookieCollection CookiesOf(string path = "/") => _cookies.GetCookies(new Uri("http://localhost" + path));

    public async Task<Answer> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Answer.Of(await _http.SendAsync(request));
    }

    /// <summary>Posts fields as a browser on our own page does.</summary>
    public Task<Answer> Post(string path, params (string Name, string? Value)[] fields) =>
        Send(path, new FormUrlEncodedContent(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))));

    public async Task<Answer> Send(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Answer.Of(await _http.SendAsync(request));
    }

    /// <summary>Opens a page, fills in the form that has this button or selector, and sends it.</summary>
    public async Task<Answer> Fill(string path, params (string Name, string? Value)[] fields) =>
        await Submit(await Get(path), null, fields);

    /// <summary>Sends a form of a page as it stands, with some fields changed. Null leaves a field out.</summary>
    public async Task<Answer> Submit(Answer page, string? selector, params (string Name, string? Value)[] fields)
    {
        var form = (IHtmlFormElement?)page.Html.QuerySelector(selector ?? "main form[method=post]")
            ?? throw new InvalidOperationException($"No form {selector} on {page.Path}: {page.Status}\n{page.Text}");
        var values = FieldsOf(form).Where(f => fields.All(g => g.Name != f.Name)).Concat(fields.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!)));
        var action = form.GetAttribute("action") is { Length: > 0 } target ? target : page.Path;
        return await Post(action, [.. values.Select(v => (v.Item1, (string?)v.Item2))]);
    }

    /// <summary>Follows the redirect of an answer, as a browser does.</summary>
    public async Task<Answer> Follow(Answer answer)
    {
        for (var hops = 0; answer.Location is { } location && hops < 5; hops++)
        {
            answer = await Get(location);
        }

        return answer;
    }

    /// <summary>Gets a page and counts the queries that it took.</summary>
    public async Task<(Answer Answer, int Queries)> Count(string path)
    {
        var trace = ActivityTraceId.CreateRandom();
        using var counting = QueryCounter.Of(trace);
        var answer = await Get(path, ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"));
        return (answer, counting.Count);
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input, select, textarea"))
        {
            if (element.GetAttribute("name") is not { } name || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (name, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
            }
        }
    }

    private sealed class Cookies(HttpMessageHandler inner, CookieContainer jar) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var header = jar.GetCookieHeader(request.RequestUri!);
            if (header.Length > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            {
                foreach (var cookie in cookies)
                {
                    jar.SetCookies(request.RequestUri!, cookie);
                }
            }

            return response;
        }
    }
}

/// <summary>What came back.</summary>
public sealed class Answer
{
    private static readonly HtmlParser Parser = new();
    private readonly Lazy<IHtmlDocument> _html;

    private Answer(HttpResponseMessage response, byte[] body)
    {
        (Response, Bytes, Status) = (response, body, response.StatusCode);
        Text = System.Text.Encoding.UTF8.GetString(body);
        _html = new(() => Parser.ParseDocument(Text));
    }

    public HttpResponseMessage Response { get; }
    public HttpStatusCode Status { get; }
    public byte[] Bytes { get; }
    public string Text { get; }
    public IHtmlDocument Html => _html.Value;
    public string Path => Response.RequestMessage!.RequestUri!.PathAndQuery;
    public string? Location => Response.Headers.Location?.OriginalString;

    /// <summary>The words of the main part, spaces folded.</summary>
    public string Main => string.Join(' ', (Html.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The message at a field.</summary>
    public string? ErrorAt(string field) =>
        Html.QuerySelector($"#{field.Replace('.', '-')}-error")?.TextContent.Trim();

    public static async Task<Answer> Of(HttpResponseMessage response) => new(response, await response.Content.ReadAsByteArrayAsync());
}
