using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Platform;

/// <summary>
/// Every text field of every form, found by walking the pages of <c>RolePages.txt</c>: over-long, blank, from right to
/// left, emoji, HTML and script. A page that gets a form is walked without a word here.
/// </summary>
public abstract class EveryForm(TestPlatform platform)
{
    protected const string Nasty = "<script>alert(1)</script><img src=x onerror=alert(2)> عربي \u202E 👩🏽‍🌾 \"'>&amp; {{7*7}}";

    /// <summary>Forms that would end the walk: they change who one is, or the day. Those of the design page lead nowhere.</summary>
    private static readonly string[] NotWalked = ["/me/erase", "/demo/clock", "/design", "/design/desk", "/design/form"];

    /// <summary>A new charter stops everybody at it until they accept it.</summary>
    protected const string NewCharter = "/desk/charter";

    private static readonly string[] Order = ["director", "coordinator", "administrator", "coordinator2", "colead-elected", "citizen", "translator", "visitor"];

    protected async Task Walk(Func<Guest, Answer, IHtmlFormElement, Task> look, string? except = null)
    {
        var things = await SamplePages.Things(platform);
        foreach (var row in SamplePages.All.Where(r => r.Admitted.Any() && !NotWalked.Contains(r.Page) && r.Page != except))
        {
            var guest = await As(row);
            var first = await guest.Get(row.Address(things));
            var page = first.Location is null ? first : await guest.Follow(first);
            foreach (var form in page.Html.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Where(f => TextsOf(f).Any()))
            {
                await look(guest, page, form);
            }
        }
    }

    private protected async Task<Guest> As(SamplePages row) => row.Admitted.OrderBy(p => Array.IndexOf(Order, p) is var i && i < 0 ? Order.Length : i).First() is var who && who == "visitor"
        ? platform.Visitor() : await platform.As(who);

    protected static IEnumerable<string> TextsOf(IHtmlFormElement form) => form.QuerySelectorAll("input[name], textarea[name]")
        .Where(e => e is IHtmlTextAreaElement || (e.GetAttribute("type") ?? "text") is "text" or "email" or "date" or "time" or "number" or "tel" or "url")
        .Where(e => !e.HasAttribute("disabled") && !e.HasAttribute("readonly")).Select(e => e.GetAttribute("name")!).Distinct();

    /// <summary>What only one college asks for is read when that one is chosen.</summary>
    protected static (string, string?)[] CollegeFor(string field, IHtmlFormElement form) => form.QuerySelector("[name=college]") is null ? [] : field switch
    {
        "organisation" => [("college", "CivilSociety")],
        "function" or "until" => [("college", "Elected")],
        _ => [],
    };

    /// <summary>How to find the form on its page again.</summary>
    protected static string Selector(IHtmlFormElement form) =>
        (form.GetAttribute("action") is { Length: > 0 } action ? $"main form[method=post][action='{action}']" : "main form[method=post]:not([action])")
        + $":has([name='{TextsOf(form).First()}'])";

    protected static string? Kept(IElement form, string field) => form.QuerySelector($"[name='{field}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    protected static string Injected(Answer page) => page.Response.Content.Headers.ContentType?.MediaType != "text/html" ? ""
        : string.Join(' ', page.Html.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), [onerror], img[src=x]").Select(e => e.OuterHtml).Take(1));
}

/// <summary>Sends nothing that is accepted.</summary>
public sealed class OverLongTests(TestPlatform platform) : EveryForm(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task An_over_long_text_is_refused_at_its_field_and_kept_as_it_was_typed()
    {
        var typed = new string('x', 30_000);
        List<string> wrong = [];
        var fields = 0;
        await Walk(async (guest, page, form) =>
        {
            foreach (var field in TextsOf(form))
            {
                fields++;
                var answer = await guest.Submit(page, Selector(form), [(field, typed), .. CollegeFor(field, form)]);
                var again = answer.Html.QuerySelector(Selector(form)) ?? answer.Html.QuerySelector("main form:has(.has-error)");
                var error = (int)answer.Status != 422 ? $"status {(int)answer.Status}"
                    : again?.QuerySelector($"[id^='{field.Replace('.', '-')}'][id$='-error']") is null ? "no error at the field"
                    : Kept(again, field) != typed ? "not kept" : null;
                if (error is not null)
                {
                    wrong.Add($"{page.Path} {Selector(form)} {field}: {error}");
                }
            }
        });
        Assert.True(fields > 60, $"Only {fields} fields were found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}

/// <summary>On a platform of its own: some of what it sends is accepted.</summary>
public sealed class BlankAndForeignTests(TestPlatform platform) : EveryForm(platform), IClassFixture<TestPlatform>
{
    private readonly TestPlatform _platform = platform;

    [Fact]
    public async Task Blank_fields_and_foreign_markup_break_no_page_and_come_out_as_text()
    {
        List<string> wrong = [];
        var forms = 0;
        await Walk(async (guest, page, form) =>
        {
            forms++;
            foreach (var typed in new[] { "", " \t\u00A0\u2003", "\u0001\u202E\uFEFF", Nasty })
            {
                var answer = await guest.Submit(page, Selector(form), [.. TextsOf(form).Select(f => (f, (string?)typed))]);
                var shown = answer.Location is null ? answer : await guest.Follow(answer);
                if ((int)answer.Status is not (303 or 422 or 409) || (int)shown.Status >= 500 || Injected(shown) is { } injected && injected.Length > 0)
                {
                    wrong.Add($"{page.Path} {Selector(form)} «{typed}»: {(int)answer.Status} {(int)shown.Status} {Injected(shown)}");
                }
            }
        }, except: NewCharter);
        Assert.True(forms > 25, $"Only {forms} forms were found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        // What was accepted is shown all over: nowhere does it become more than text.
        await _platform.Deliver();
        var things = await SamplePages.Things(_platform);
        foreach (var row in SamplePages.All.Where(r => r.Admitted.Any()))
        {
            var guest = await As(row);
            var page = await guest.Get(row.Address(things));
            var shown = page.Location is null ? page : await guest.Follow(page);
            Assert.True((int)shown.Status < 500 && Injected(shown).Length == 0, $"{row.Sample}: {(int)shown.Status} {Injected(shown)}");
        }
    }
}
