using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class JoinTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    [Fact]
    public async Task A_citizen_asks_in_Dutch_is_admitted_and_counts_on_the_Dutch_public_page()
    {
        var slug = await _scene.Group();
        var citizen = await _scene.Somebody("nl", "flemish");
        Assert.DoesNotContain("1 burger", (await platform.Visitor().Get($"/nl/groups/{slug}")).Main);

        var asked = await citizen.Guest.Fill($"/nl/groups/{slug}/join", ("college", "Citizen"), ("word", "Ik woon langs het kanaal."), ("charter", "true"));
        Assert.Equal($"/nl/groups/{slug}", asked.Location);
        Assert.Contains("uw vraag wacht op een antwoord", (await citizen.Guest.Get($"/nl/groups/{slug}/join")).Main, StringComparison.OrdinalIgnoreCase);

        await platform.Deliver();
        var toCoordinator = (await platform.MailsTo(MembersScene.Coordinator)).Last(m => m.Text.Contains(slug, StringComparison.Ordinal));
        Assert.Equal("fr", toCoordinator.Language);
        Assert.Contains("Ik woon langs het kanaal.", toCoordinator.Text);

        var coordinator = await platform.As("coordinator");
        var list = await coordinator.Get($"/fr/desk/groups/{slug}/members");
        var request = list.Html.QuerySelector($"a[href*='/requests/']")!.GetAttribute("href")!;
        var admitted = await coordinator.Post(request, ("decision", "admit"));
        Assert.Equal($"/fr/desk/groups/{slug}/members", admitted.Location);

        await platform.Deliver();
        var welcome = Assert.Single(await platform.MailsTo(citizen.Email));
        Assert.Equal(("nl", "Welkom in de groep"), (welcome.Language, welcome.Subject));
        Assert.Contains("Open oevers", welcome.Text);
        Assert.Contains("1 burger", (await platform.Visitor().Get($"/nl/groups/{slug}")).Main);
    }

    [Theory]
    [InlineData("college", "", "college")]
    [InlineData("college", "Mayor", "college")]
    [InlineData("organisation", "", "organisation")]
    [InlineData("organisation", " \u00a0\t", "organisation")]
    [InlineData("word", "", "word")]
    [InlineData("word", "   ", "word")]
    [InlineData("charter", null, "charter")]
    public async Task What_is_missing_is_said_at_its_field_and_nothing_is_written(string field, string? typed, string error)
    {
        var slug = await _scene.Group();
        var person = await _scene.Somebody();
        var fields = new Dictionary<string, string?> { ["college"] = "CivilSociety", ["organisation"] = "Rives ASBL", ["word"] = "Pour aider", ["charter"] = "true", [field] = typed };
        var answer = await person.Guest.Fill($"/fr/groups/{slug}/join", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt(error));
        Assert.Empty((await _scene.Load(slug)).Requests);
    }

    [Theory]
    [InlineData("function", "", "function")]
    [InlineData("place", "", "place")]
    [InlineData("place", "commune:00000", "place")]
    [InlineData("place", "partner:nobody", "place")]
    [InlineData("until", "", "until")]
    [InlineData("until", "31/02/2021", "until")]
    [InlineData("until", "2020-12-31", "until")]
    public async Task The_college_of_the_elected_asks_for_a_present_mandate(string field, string typed, string error)
    {
        var slug = await _scene.Group();
        var person = await _scene.Somebody();
        var fields = new Dictionary<string, string?> { ["college"] = "Elected", ["function"] = "conseillère communale", ["place"] = "commune:57096", ["until"] = "2024-12-01", ["word"] = "Pour aider", ["charter"] = "true", [field] = typed };
        var answer = await person.Guest.Fill($"/fr/groups/{slug}/join", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt(error));
        Assert.Empty((await _scene.Load(slug)).Requests);
        Assert.Equal(0, await platform.Db(db => db.Set<LocalMandate>().CountAsync(m => m.Person == person.Id)));
    }

    [Fact]
    public async Task Whoever_has_no_mandate_on_file_declares_it_with_the_request_in_their_own_language()
    {
        var slug = await _scene.Group();
        var person = await _scene.Somebody("nl", "flemish");
        var answer = await person.Guest.Fill($"/nl/groups/{slug}/join", ("college", "Elected"), ("function", "schepen"), ("place", "commune:34022"), ("until", "2024-12-31"), ("word", "Ik help graag."), ("charter", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var mandate = await platform.Db(db => db.Set<LocalMandate>().SingleAsync(m => m.Person == person.Id));
        Assert.Equal(("nl", "schepen", "34022"), (mandate.Function.Source, mandate.Function.SourceValue, mandate.Commune));
        Assert.Null((await person.Guest.Get($"/nl/groups/{await _scene.Group()}/join")).Html.QuerySelector("[name=function]"));
    }

    [Fact]
    public async Task A_form_sent_twice_leaves_one_request_and_another_one_is_refused_while_it_waits()
    {
        var slug = await _scene.Group();
        var person = await _scene.Somebody();
        var page = await person.Guest.Get($"/fr/groups/{slug}/join");
        (string, string?)[] fields = [("college", "Citizen"), ("word", "Pour aider"), ("charter", "true")];
        var both = await Task.WhenAll(person.Guest.Submit(page, null, fields), person.Guest.Submit(page, null, fields));

        Assert.All(both, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Single((await _scene.Load(slug)).Requests);
        var third = await person.Guest.Post($"/fr/groups/{slug}/join", [("once", Guid.NewGuid().ToString()), .. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.Status);
        Assert.Single((await _scene.Load(slug)).Requests);
    }

    [Fact]
    public async Task A_request_may_be_taken_back_and_made_again()
    {
        var slug = await _scene.Group();
        var (person, _) = await _scene.Asker(slug);
        await person.Guest.Submit(await person.Guest.Get($"/fr/groups/{slug}/join"), null);
        Assert.Equal(RequestState.Withdrawn, (await _scene.Load(slug)).Requests.Single().State);
        await person.Guest.Fill($"/fr/groups/{slug}/join", ("college", "Citizen"), ("word", "Finalement si"));
        Assert.Equal(2, (await _scene.Load(slug)).Requests.Count);
    }

    [Theory]
    [InlineData("campus-frontiere", "en pause")]
    [InlineData("proximite-lys", "L’Agence compose elle-même")]
    public async Task A_paused_group_and_one_that_the_agency_composes_take_no_requests(string slug, string why)
    {
        var person = await _scene.Somebody();
        var page = await person.Guest.Get($"/fr/groups/{slug}/join");
        Assert.Contains(why, page.Main);
        Assert.Null(page.Html.QuerySelector("main form"));
        var before = (await _scene.Load(slug)).Requests.Count;
        await person.Guest.Post($"/fr/groups/{slug}/join", ("college", "Citizen"), ("word", "Pour aider"), ("charter", "true"));
        Assert.Equal(before, (await _scene.Load(slug)).Requests.Count);
    }

    [Fact]
    public async Task A_citizen_enters_a_European_consultation_at_once()
    {
        var slug = await _scene.Group(kind: GroupKind.EuropeanConsultation);
        var person = await _scene.Somebody();
        var page = await person.Guest.Get($"/fr/groups/{slug}/join");
        Assert.Equal("Citizen", page.Html.QuerySelector("[name=college][checked]")!.GetAttribute("value"));
        Assert.Contains("un citoyen y entre aussitôt", page.Main, StringComparison.Ordinal);

        // The charter is asked of them as of everybody; why they come is not.
        var without = await person.Guest.Submit(page, null);
        Assert.NotNull(without.ErrorAt("charter"));
        Assert.Null(without.ErrorAt("word"));
        Assert.Empty((await _scene.Load(slug)).Members);
        var both = await Task.WhenAll(person.Guest.Submit(page, null, ("charter", "true")), person.Guest.Submit(page, null, ("charter", "true")));
        Assert.All(both, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Contains("Vous êtes membre de cette consultation", (await person.Guest.Follow(both[0])).Text, StringComparison.Ordinal);
        var group = await _scene.Load(slug);
        Assert.Equal(College.Citizen, Assert.Single(group.Members).College);
        Assert.Empty(group.Requests);
        Assert.Equal(HttpStatusCode.OK, (await person.Guest.Get($"/fr/groups/{slug}/area")).Status);
    }

    [Fact]
    public async Task Another_college_asks_to_be_admitted_to_a_consultation_and_a_paused_one_takes_nobody()
    {
        var slug = await _scene.Group(kind: GroupKind.EuropeanConsultation);
        var (person, late) = (await _scene.Somebody(), await _scene.Somebody());
        (string, string?)[] technician = [("college", "Technician"), ("organisation", "Leiedal"), ("charter", "true")];
        Assert.NotNull((await person.Guest.Fill($"/fr/groups/{slug}/join", technician)).ErrorAt("word"));
        await person.Guest.Fill($"/fr/groups/{slug}/join", [.. technician, ("word", "Pour aider")]);
        Assert.Equal(RequestState.Open, Assert.Single((await _scene.Load(slug)).Requests).State);

        var coordinator = await platform.As("coordinator");
        await coordinator.Submit(await coordinator.Get($"/fr/desk/groups/{slug}/life"), "form[action$='/life/pause']", ("reason.source", "fr"), ("reason.fr", "Été."), ("reason.desk", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await late.Guest.Post($"/fr/groups/{slug}/join", ("college", "Citizen"), ("charter", "true"))).Status);
        Assert.Empty((await _scene.Load(slug)).Members);
    }

    [Fact]
    public async Task A_mandate_declared_with_a_request_is_seen_by_who_admits_by_the_group_and_by_its_holder()
    {
        var slug = await _scene.Group();
        var person = await _scene.Somebody();
        await person.Guest.Fill($"/fr/groups/{slug}/join", ("college", "Elected"), ("function", "échevine de la culture"), ("place", "commune:57096"), ("until", "2024-12-01"), ("word", "Pour aider"), ("charter", "true"));
        const string line = "échevine de la culture, Mouscron, jusqu’au 1er décembre 2024";
        var coordinator = await platform.As("coordinator");
        var request = (await _scene.Load(slug)).Requests.Single();
        Assert.Contains(line, (await coordinator.Get($"/fr/desk/groups/{slug}/requests/{request.Id}")).Main, StringComparison.Ordinal);
        await coordinator.Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"));
        Assert.Contains(line, (await coordinator.Get($"/fr/desk/groups/{slug}/members")).Main, StringComparison.Ordinal);
        Assert.Contains(line, (await person.Guest.Get($"/fr/groups/{slug}/area")).Main, StringComparison.Ordinal);

        // Elsewhere it is known, shown, and not asked again.
        var other = await person.Guest.Get($"/fr/groups/{await _scene.Group()}/join");
        Assert.Contains(line, other.Main, StringComparison.Ordinal);
        Assert.Null(other.Html.QuerySelector("[name=function]"));
        Assert.Contains("échevine de la culture", (await coordinator.Get($"/fr/desk/bodies/mandates?q={person.Email}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_signs_in_first_and_comes_back()
    {
        var slug = await _scene.Group();
        var answer = await platform.Visitor().Get($"/nl/groups/{slug}/join");
        Assert.StartsWith("/nl/sign-in?return=", answer.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get("/fr/groups/nulle-part/join")).Status);
    }

    [Fact]
    public async Task Markup_in_a_word_is_shown_as_text()
    {
        var slug = await _scene.Group();
        var person = await _scene.Somebody();
        const string word = "<script>alert(1)</script> \u202e🙂 <b>gras</b>";
        await person.Guest.Fill($"/fr/groups/{slug}/join", ("college", "Citizen"), ("word", word), ("charter", "true"));
        var request = (await _scene.Load(slug)).Requests.Single();
        var page = await (await platform.As("coordinator")).Get($"/fr/desk/groups/{slug}/requests/{request.Id}");
        Assert.Equal("<script>alert(1)</script> 🙂 <b>gras</b>", page.Html.QuerySelector("dd.lines")!.TextContent);
        Assert.Empty(page.Html.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_word_of_two_megabytes_is_refused_and_kept_in_the_form()
    {
        var slug = await _scene.Group();
        var person = await _scene.Somebody();
        var answer = await person.Guest.Fill($"/fr/groups/{slug}/join", ("college", "Citizen"), ("word", new string('a', 2_000_000)), ("charter", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.ErrorAt("word"));
        Assert.Empty((await _scene.Load(slug)).Requests);
    }
}
