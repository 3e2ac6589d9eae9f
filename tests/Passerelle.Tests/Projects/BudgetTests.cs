using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>A project's budget, line by line, through the pages of its coordinator.</summary>
public sealed class BudgetTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _scene = new(platform);

    [Theory]
    [InlineData("fr", "12 500,50", "12 500,50")]
    [InlineData("nl", "12.500,50", "€ 12.500,50")]
    [InlineData("en", "12,500.50", "€12,500.50")]
    public async Task An_amount_is_read_and_shown_as_the_readers_language_writes_it(string language, string typed, string shown)
    {
        var slug = await _scene.Begin();
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await Add(coordinator, slug, language, planned: typed)).Status);
        Assert.Equal(1_250_050, (await _scene.Load(slug)).Budget.Single().Planned);
        Assert.Contains(shown, Plain(await coordinator.Get($"/{language}/desk/projects/{slug}/budget")), StringComparison.Ordinal);
        var line = (await _scene.Load(slug)).Budget.Single().Id;
        var again = (await coordinator.Get($"/{language}/desk/projects/{slug}/budget/{line}")).Html.QuerySelector("[name=planned]")!.GetAttribute("value")!;
        Assert.Equal(typed, again.Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Fact]
    public async Task A_line_is_added_changed_and_struck_and_the_totals_follow()
    {
        var slug = await _scene.Begin();
        var coordinator = await platform.As("coordinator");
        await Add(coordinator, slug, "fr", planned: "1000", committed: "600", spent: "200");
        await Add(coordinator, slug, "nl", planned: "500", committed: "0", spent: "0");
        Assert.Contains("1 500 € 600 € 200 €", Plain(await coordinator.Get($"/fr/desk/projects/{slug}/budget")), StringComparison.Ordinal);
        var line = (await _scene.Load(slug)).Budget.Single(b => b.Planned == 50_000).Id;
        Assert.Equal(303, (int)(await coordinator.Fill($"/nl/desk/projects/{slug}/budget/{line}", ("planned", "750"), ("committed", "250"))).Status);
        Assert.Contains("€ 1.750 € 850 € 200", Plain(await coordinator.Get($"/nl/desk/projects/{slug}/budget")), StringComparison.Ordinal);
        Assert.Contains("1 750 €", Plain(await platform.Visitor().Get($"/fr/projects/{slug}")), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/budget/{line}/strike")).Status);
        Assert.Equal(100_000, Assert.Single((await _scene.Load(slug)).Budget).Planned);
        Assert.Equal(303, (int)(await coordinator.Post($"/fr/desk/projects/{slug}/budget/{line}/strike")).Status); // sent twice
    }

    [Fact]
    public async Task Sent_twice_it_is_one_line()
    {
        var slug = await _scene.Begin();
        var coordinator = await platform.As("coordinator");
        var page = await coordinator.Get($"/fr/desk/projects/{slug}/budget/new");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(303, (int)(await coordinator.Submit(page, null, Fields("10", "0", "0"))).Status);
        }

        Assert.Single((await _scene.Load(slug)).Budget);
    }

    [Theory]
    [InlineData("planned", "-1", "Un montant ne peut pas être négatif.", "Een bedrag kan niet negatief zijn.")]
    [InlineData("spent", "-0,01", "Un montant ne peut pas être négatif.", "Een bedrag kan niet negatief zijn.")]
    [InlineData("committed", "100 CHF", "Écrivez un montant en euros", "Schrijf een bedrag in euro")]
    [InlineData("planned", "$ 100", "Écrivez un montant en euros", "Schrijf een bedrag in euro")]
    [InlineData("planned", "beaucoup", "Écrivez un montant en euros", "Schrijf een bedrag in euro")]
    [InlineData("planned", "9999999999999", "Un montant ne peut pas dépasser", "Een bedrag kan niet hoger zijn dan")]
    public async Task A_wrong_sign_or_currency_is_refused_at_its_field_and_kept(string field, string typed, string french, string dutch)
    {
        var slug = await _scene.Begin();
        var coordinator = await platform.As("coordinator");
        foreach (var (language, message) in new[] { ("fr", french), ("nl", dutch) })
        {
            var answer = await coordinator.Fill($"/{language}/desk/projects/{slug}/budget/new", [.. Fields("10", "10", "0").Where(f => f.Name != field), (field, typed)]);
            Assert.Equal(422, (int)answer.Status);
            Assert.Contains(message, answer.ErrorAt(field)!, StringComparison.Ordinal);
            Assert.Equal(typed, answer.Html.QuerySelector($"[name={field}]")!.GetAttribute("value"));
        }

        Assert.Empty((await _scene.Load(slug)).Budget);
    }

    [Fact]
    public async Task More_spent_than_committed_needs_a_reason_that_the_budget_shows()
    {
        var slug = await _scene.Begin();
        var coordinator = await platform.As("coordinator");
        var refused = await Add(coordinator, slug, "nl", planned: "100", committed: "50", spent: "60");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Er is meer uitgegeven dan vastgelegd", refused.ErrorAt("reason.nl")!, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Submit(refused, null, ("reason.nl", "De staalprijs steeg."), ("reason.fr", "L’acier a renchéri."))).Status);
        var page = await coordinator.Get($"/fr/desk/projects/{slug}/budget");
        Assert.Contains("L’acier a renchéri.", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("De staalprijs steeg.", page.Main, StringComparison.Ordinal);
        Assert.Contains("De staalprijs steeg.", (await coordinator.Get($"/nl/desk/projects/{slug}/budget")).Main, StringComparison.Ordinal);
        Assert.Contains("Dépensé au-delà de l’engagé", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_committed_than_planned_is_a_warning_and_no_fault()
    {
        var slug = await _scene.Begin();
        var coordinator = await platform.As("coordinator");
        Assert.Equal(303, (int)(await Add(coordinator, slug, "fr", planned: "100", committed: "120", spent: "0")).Status);
        Assert.Contains("Engagé au-delà du prévu", (await coordinator.Get($"/fr/desk/projects/{slug}/budget")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_a_line_at_once_see_both_versions()
    {
        var slug = await _scene.Begin();
        var (one, two) = (await platform.As("coordinator"), await platform.As("director"));
        await Add(one, slug, "fr", planned: "100");
        var line = $"/fr/desk/projects/{slug}/budget/{(await _scene.Load(slug)).Budget.Single().Id}";
        var (hers, his) = (await one.Get(line), await two.Get(line));
        Assert.Equal(303, (int)(await one.Submit(hers, null, ("planned", "200"))).Status);
        var late = await two.Submit(his, null, ("planned", "300"));
        Assert.Equal(409, (int)late.Status);
        Assert.Equal("300", late.Html.QuerySelector("[name=planned]")!.GetAttribute("value"));
        Assert.Contains("200", late.Html.QuerySelector("#planned-theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(20_000, (await _scene.Load(slug)).Budget.Single().Planned);
    }

    [Fact]
    public async Task Nobody_but_who_coordinates_the_group_changes_a_budget()
    {
        var slug = await _scene.Begin();
        foreach (var who in new[] { "coordinator2", "colead-civil", "citizen" })
        {
            Assert.Equal(403, (int)(await (await platform.As(who)).Post($"/fr/desk/projects/{slug}/budget/new", Fields("1", "0", "0"))).Status);
        }

        Assert.Empty((await _scene.Load(slug)).Budget);
        Assert.Equal(200, (int)(await (await platform.As("colead-civil")).Get($"/fr/desk/projects/{slug}/budget")).Status);
    }

    private static Task<Answer> Add(Guest guest, string slug, string language, string planned = "100", string committed = "0", string spent = "0") =>
        guest.Fill($"/{language}/desk/projects/{slug}/budget/new", Fields(planned, committed, spent));

    private static (string Name, string? Value)[] Fields(string planned, string committed, string spent) =>
        [("label.source", "fr"), ("label.fr", "Pose"), ("label.nl", "Plaatsing"), ("source", "Agence"), ("planned", planned), ("committed", committed), ("spent", spent)];

    private static string Plain(Answer page) => page.Main.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
