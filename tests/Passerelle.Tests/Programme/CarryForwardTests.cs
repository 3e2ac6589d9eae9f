using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Programme;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Programme;

public sealed class CarryForwardTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task A_year_is_carried_forward_prepared_in_private_validated_once_and_amended_from_then_on()
    {
        var (director, reader) = (await platform.As("director"), platform.Visitor());
        var form = await director.Get("/fr/desk/programme/2021/carry");
        Assert.Equal(26, form.Html.QuerySelectorAll("input[name=action]").Length);

        // All goes on but the theme I6 with its action, and the action D1.2.
        var keep = form.Html.QuerySelectorAll("input[type=checkbox]")
            .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value")))
            .Where(i => i.Value is not ("I6" or "I6.1" or "D1.2"))
            .Append(("once", form.Html.QuerySelector("input[name=once]")!.GetAttribute("value"))).ToArray();
        Assert.Equal("/fr/desk/programme/2022", (await director.Post("/fr/desk/programme/2021/carry", keep)).Location);
        Assert.Equal("/fr/desk/programme/2022", (await director.Post("/fr/desk/programme/2021/carry", keep)).Location);
        Assert.Equal(1, await platform.Db(db => db.Set<ProgrammeYear>().CountAsync(y => y.Year == 2022)));

        // In preparation: the staff sees it, the public does not.
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/fr/programme/2022")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/fr/programme/2022/changes")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get("/fr/programme/2022/actions.csv")).Status);
        Assert.DoesNotContain("/programme/2022", (await reader.Get("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("citizen")).Get("/fr/programme/2022")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await platform.As("coordinator")).Get("/fr/programme/2022")).Status);

        // Changes are free while it is prepared.
        await director.Fill("/fr/desk/programme/2022/actions/S1.1", ("title.fr", "Un guichet unique pour les travailleurs frontaliers"));
        Assert.Equal(0, await platform.Db(db => db.Set<Amendment>().CountAsync()));
        var changes = await director.Get("/fr/programme/2022/changes");
        Assert.Equal(["0", "1", "3", "58"], changes.Html.QuerySelectorAll("main .stats dd").Select(d => d.TextContent.Trim()));

        // Validated: public, once.
        Assert.Equal("/fr/desk/programme/2022", (await director.Fill("/fr/desk/programme/2022/validate")).Location);
        Assert.Equal(HttpStatusCode.OK, (await reader.Get("/fr/programme/2022")).Status);
        var again = await director.Post("/fr/desk/programme/2022/validate");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("déjà validé", again.Main, StringComparison.Ordinal);

        // And from then on each change is an amendment. The year before stays as it was.
        await director.Fill("/fr/desk/programme/2022/actions/S1.1", ("orientation", "O7"));
        var amended = (await reader.Get("/fr/programme/2022/changes")).Html.QuerySelector("#amendments")!.TextContent;
        Assert.Contains("S1.1", amended, StringComparison.Ordinal);
        Assert.Contains("met en œuvre une autre orientation", amended, StringComparison.Ordinal);
        Assert.Contains("Un premier accueil unique", (await reader.Get("/fr/programme/2021")).Main, StringComparison.Ordinal);

        // The programme in force follows the calendar.
        Assert.Equal("Programme 2021", (await reader.Get("/fr/programme")).Html.QuerySelector("h1")!.TextContent);
        await platform.MoveTo(new DateTimeOffset(2022, 1, 3, 9, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal("Programme 2022", (await reader.Get("/fr/programme")).Html.QuerySelector("h1")!.TextContent);
    }
}
