using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>A small thing to do, asked of somebody of the group on a group, a project, a stage, a proof, a link or a presentation.</summary>
public sealed class AskTaskTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly string Stage = $"/desk/projects/jalonnement-lys/stages/{PackIds.Of("stage", "jalonnement-lys/pose")}";
    private static readonly string Presentation = $"/desk/presentations/{PresentationScene.Bureau}";
    private readonly PresentationScene _scene = new(platform);

    public static TheoryData<string, string, string> Things => new()
    {
        { "coordinator", "/desk/projects/jalonnement-lys", "/nl/projects/jalonnement-lys" },
        { "colead-civil", Stage, "/nl/projects/jalonnement-lys/plan" },
        { "colead-elected", Presentation, "/nl/projects/jalonnement-lys" },
        { "colead-civil", "/desk/groups/parc-bleu", "/nl/groups/parc-bleu" },
        { "coordinator", "/desk/groups/parc-bleu", "/nl/groups/parc-bleu" },
        { "director", Presentation, "/nl/projects/jalonnement-lys" },
    };

    [Theory]
    [MemberData(nameof(Things))]
    public async Task A_task_stands_with_the_person_asked_who_can_open_what_it_is_about_and_do_it(string who, string about, string leads)
    {
        var words = $"Bel de beheerder ({who})";
        var sent = await (await platform.As(who)).Fill(Page(about), await Fields(words));
        Assert.Equal((303, "/fr" + about), ((int)sent.Status, sent.Location));
        var member = await platform.As("member-citizen");
        var link = (await member.Get("/nl/desk/tasks")).Html.QuerySelectorAll("main .todo a").Single(a => a.TextContent.Contains(words, StringComparison.Ordinal));
        Assert.Equal(leads, link.GetAttribute("href"));
        Assert.Contains("15 maart 2021", link.Closest("li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await member.Get(leads)).Status);
        var done = link.Closest("li")!.QuerySelector("form")!.GetAttribute("action")!;
        Assert.Equal(303, (int)(await member.Post(done)).Status);
        Assert.DoesNotContain(words, (await member.Get("/nl/desk/tasks")).Html.QuerySelector("main .todo form")?.Closest("ul")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_proof_and_on_a_link_too_from_their_own_pages_and_each_opens_what_leads_there()
    {
        var (projects, links) = (new ProjectScene(platform), new LinkScene(platform));
        var slug = await projects.Begin("Demander");
        var proof = $"/desk/projects/{slug}/proofs/{await projects.Offer(slug)}";
        var link = $"/desk/links/{await links.Propose(await links.Group("parc-bleu"), Passerelle.Projects.LinkKind.SharesCall, await links.Group(LinkScene.Theirs))}";
        var coordinator = await platform.As("coordinator");
        foreach (var (about, pair, everybody) in new[] { (proof, $"/fr/desk/projects/{slug}", $"/fr/projects/{slug}"), (link, "/fr/groups/parc-bleu", "/fr/groups/parc-bleu"), ("/desk/groups/parc-bleu", "/fr/desk/groups/parc-bleu", "/fr/groups/parc-bleu") })
        {
            var way = (await coordinator.Get("/fr" + about)).Html.QuerySelector("main a[href*='/desk/tasks/new']")!.GetAttribute("href")!;
            foreach (var (who, leads) in new[] { ("colead-civil", pair), ("member-technician", everybody) })
            {
                var words = $"Regarder {about} ({who})";
                (string, string?)[] fields = [.. (await Fields(words)).Where(f => f.Item1 != "owner"), ("owner", (await _scene.Id(who)).ToString())];
                var sent = await coordinator.Fill(way, fields);
                Assert.Equal((303, "/fr" + about), ((int)sent.Status, sent.Location));
                var guest = await platform.As(who);
                var task = (await guest.Get("/fr/desk/tasks")).Html.QuerySelectorAll("main .todo a").Single(a => a.TextContent.Contains(words, StringComparison.Ordinal));
                Assert.Equal(leads, task.GetAttribute("href"));
                Assert.Equal(200, (int)(await guest.Get(leads)).Status);
            }
        }

        Assert.Equal(403, (int)(await (await platform.As("citizen")).Get(Page(proof))).Status);
        Assert.Equal(404, (int)(await (await platform.As("citizen")).Get(Page(link))).Status);
        Assert.Equal(404, (int)(await coordinator.Get(Page($"/desk/projects/{slug}/proofs/{Guid.Empty}"))).Status);
        Assert.Equal(404, (int)(await coordinator.Get(Page("/desk/groups/nulle-part"))).Status);
    }

    [Fact]
    public async Task It_can_be_handed_back_to_who_asked_by_its_owner_alone()
    {
        await (await platform.As("coordinator")).Fill(Page(Presentation), await Fields("Imprimer les diapositives"));
        var member = await platform.As("member-citizen");
        var back = (await member.Get("/nl/desk/tasks")).Html.QuerySelectorAll("main .todo li").Single(l => l.TextContent.Contains("Imprimer", StringComparison.Ordinal)).QuerySelector("button[formaction]")!.GetAttribute("formaction")!;
        Assert.Equal(403, (int)(await (await platform.As("citizen")).Post(back)).Status);
        Assert.Equal(303, (int)(await member.Post(back)).Status);
        Assert.DoesNotContain((await member.Get("/nl/desk/tasks")).Html.QuerySelectorAll("main .todo li"), l => l.TextContent.Contains("Imprimer", StringComparison.Ordinal));
        var item = (await (await platform.As("coordinator")).Get("/fr/desk/tasks")).Html.QuerySelectorAll("main .todo li").Single(l => l.TextContent.Contains("Imprimer", StringComparison.Ordinal));
        Assert.Null(item.QuerySelector("button[formaction]")); // it is back where it came from
        Assert.Equal(403, (int)(await member.Post(back)).Status);
    }

    [Fact]
    public async Task Words_person_and_day_are_needed_and_the_person_is_of_the_group()
    {
        var coordinator = await platform.As("coordinator");
        var empty = await coordinator.Fill(Page(Presentation));
        Assert.Equal(422, (int)empty.Status);
        Assert.NotNull(empty.ErrorAt("what.fr"));
        Assert.NotNull(empty.ErrorAt("owner"));
        Assert.NotNull(empty.ErrorAt("due"));
        (string, string?)[] fields = [.. (await Fields("Appeler")).Where(f => f.Item1 is not ("owner" or "due")), ("owner", (await _scene.Id("juror")).ToString()), ("due", "2021-01-26")];
        var wrong = await coordinator.Fill(Page(Presentation), fields);
        Assert.Contains("Choisissez", wrong.ErrorAt("owner")!, StringComparison.Ordinal);
        Assert.Contains("Cette date est passée.", wrong.ErrorAt("due")!, StringComparison.Ordinal);
        Assert.Equal("Appeler", wrong.Html.QuerySelector("[name='what.fr']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_task_also_at_once()
    {
        var coordinator = await platform.As("coordinator");
        var (page, fields) = (await coordinator.Get(Page("/desk/projects/jalonnement-lys")), await Fields("Deux clics"));
        var answers = await Task.WhenAll(coordinator.Submit(page, null, fields), coordinator.Submit(page, null, fields));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        Assert.Single((await (await platform.As("member-citizen")).Get("/fr/desk/tasks")).Html.QuerySelectorAll("main .todo a"), a => a.TextContent.Contains("Deux clics", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_ask_for_nothing_and_what_is_not_there_is_not_found()
    {
        foreach (var who in new[] { "citizen", "member-technician", "coordinator2", "body-member" })
        {
            Assert.Equal(403, (int)(await (await platform.As(who)).Get(Page(Presentation))).Status);
            Assert.Equal(403, (int)(await (await platform.As(who)).Post(Page("/desk/projects/jalonnement-lys"), await Fields("Non"))).Status);
        }

        foreach (var about in new[] { "/desk/projects/nulle-part", $"/desk/presentations/{Guid.Empty}", "https://exemple.eu", "/desk/projects/jalonnement-lys/stages/" + Guid.Empty, "" })
        {
            Assert.Equal(404, (int)(await (await platform.As("coordinator")).Get(Page(about))).Status);
        }
    }

    [Fact]
    public async Task Nothing_is_asked_on_a_project_or_stage_that_has_ended_nor_on_a_presentation_that_is_over()
    {
        var slug = await new ProjectScene(platform).Begin("Plus rien à faire");
        var stage = await new StageScene(platform).Plan(slug, "Relever", "2021-02-01", "2021-02-10");
        var cancelled = await _scene.Plan(subject: $"project={slug}");
        var coordinator = await platform.As("coordinator");
        string[] things = [$"/desk/projects/{slug}", $"/desk/projects/{slug}/stages/{stage}", $"/desk/presentations/{cancelled}"];
        var pages = new List<Answer>();
        foreach (var about in things)
        {
            pages.Add(await coordinator.Get(Page(about)));
        }

        (string, string?)[] why = [("reason.source", "fr"), ("reason.fr", "Fin."), ("reason.nl", "Einde.")];
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{cancelled}/cancel", why)).Status);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/projects/{slug}/abandon", why)).Status);
        foreach (var (page, about) in pages.Zip(things))
        {
            var late = await coordinator.Submit(page, null, await Fields("Trop tard"));
            Assert.Equal((about, 422), (about, (int)late.Status));
            Assert.Contains("est terminé", late.Main, StringComparison.Ordinal);
            Assert.Equal("Trop tard", late.Html.QuerySelector("[name='what.fr']")!.GetAttribute("value"));
            Assert.Equal($"/fr{about}", (await coordinator.Get(Page(about))).Location);
        }

        Assert.DoesNotContain("Trop tard", (await (await platform.As("member-citizen")).Get("/fr/desk/tasks")).Main, StringComparison.Ordinal);
    }

    private static string Page(string about) => "/fr/desk/tasks/new?about=" + Uri.EscapeDataString(about);

    private async Task<(string, string?)[]> Fields(string words) =>
        [("what.source", "fr"), ("what.fr", words), ("what.nl", words), ("owner", (await _scene.Id("member-citizen")).ToString()), ("due", "2021-03-15")];
}
