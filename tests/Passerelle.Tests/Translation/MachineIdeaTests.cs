using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Participation;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;
using Passerelle.Tests.Participation;
using Passerelle.Translation;
using Passerelle.Translation.Machine;

namespace Passerelle.Tests.Translation;

/// <summary>What a citizen writes is read on the other side at once, and never without being told that a machine translated it.</summary>
public sealed class MachineIdeaTests(DeepLPlatform platform) : IClassFixture<DeepLPlatform>
{
    [Fact]
    public async Task An_idea_is_read_in_the_other_language_with_a_label_wherever_it_stands()
    {
        var slug = await Proposed("Un banc devant l’école");
        var dutch = await platform.Visitor().Get($"/nl/ideas/{slug}");
        Assert.Equal("Machine: Un banc devant l’école", dutch.Html.QuerySelector("h1 > span")!.TextContent);
        Assert.Equal("Automatische vertaling", dutch.Html.QuerySelector("h1 .txt-tag")!.TextContent);
        Assert.Contains("Automatische vertaling", dutch.Html.QuerySelector("section[aria-labelledby=need] .txt-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Machine: Il manque un passage", dutch.Main, StringComparison.Ordinal);
        Assert.StartsWith("Un banc devant l’école", dutch.Html.Title, StringComparison.Ordinal);

        // On /en for who reads Dutch, in the list as well; the author reads their own words without a label.
        Assert.Equal("Machine translation", (await platform.Visitor("nl").Get($"/en/ideas/{slug}")).Html.QuerySelector("h1 .txt-tag")!.TextContent);
        var card = (await platform.Visitor().Get("/nl/ideas")).Html.QuerySelectorAll("article.card").Single(c => c.QuerySelector($"a[href$='/ideas/{slug}']") is not null);
        Assert.Equal("Automatische vertaling", card.QuerySelector(".txt-tag")!.TextContent);
        Assert.DoesNotContain("Traduction automatique", (await platform.Visitor().Get($"/fr/ideas/{slug}")).Main, StringComparison.Ordinal);

        // A list without room for the label shows the original.
        var desk = await (await platform.As("coordinator")).Get("/nl/desk/ideas");
        Assert.Contains("Un banc devant l’école", desk.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Machine: Un banc", desk.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_on_privacy_says_which_service_public_texts_go_to()
    {
        Assert.Contains("sont envoyés au service DeepL", (await platform.Visitor().Get("/fr/privacy")).Main, StringComparison.Ordinal);
        Assert.Contains("naar de dienst DeepL", (await platform.Visitor().Get("/nl/privacy")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_still_waits_for_a_translator_who_finds_the_machines_words_marked()
    {
        var slug = await Proposed("Une fontaine sur la place");
        var id = (await platform.Idea(slug)).Id;
        var rows = await platform.Db(db => db.TextIndex.AsNoTracking().Where(r => r.OwnerId == id && r.Language == "nl" && r.Property == "Title").ToListAsync());
        Assert.Equal((TextState.Machine, true), (rows.Single().State, rows.Single().Waits));
        var translator = await platform.As("translator");
        Assert.Contains(id.ToString(), (await translator.Get("/fr/desk/translation?q=fontaine&step=translate")).Text, StringComparison.Ordinal);

        var path = $"/desk/translation/Idea/{id}/Title/nl";
        var page = await translator.Get("/fr" + path);
        Assert.Contains("Traduction automatique", page.Html.QuerySelector(".segment.active .panel")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await translator.Submit(page, "form[action$='/forward']")).Status);
        await translator.Confirm(page, "Een fontein op het plein");
        Assert.Equal(303, (int)(await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']")).Status);
        var read = await platform.Visitor().Get($"/nl/ideas/{slug}");
        Assert.Equal("Een fontein op het plein", read.Html.QuerySelector("h1 > span")!.TextContent);
        Assert.Equal("Vertaling nog niet nagelezen", read.Html.QuerySelector("h1 .txt-tag")!.TextContent);
    }

    [Fact]
    public async Task How_those_concerned_see_it_is_read_so_too()
    {
        var slug = await Proposed("Un abri pour les vélos");
        await platform.AddView(slug);
        Assert.Contains("Nous y sommes favorables.", (await platform.Visitor().Get($"/nl/ideas/{slug}")).Main, StringComparison.Ordinal); // a page that is kept falls
        await platform.Minute();
        var views = (await platform.Visitor().Get($"/nl/ideas/{slug}")).Html.QuerySelector("section[aria-labelledby=views]")!.TextContent;
        Assert.Contains("Machine: Nous y sommes favorables.", views, StringComparison.Ordinal);
        Assert.Contains("Automatische vertaling", views, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_moderator_keeps_from_readers_never_leaves()
    {
        platform.Engine.Reset();
        await platform.Settle();
        var slug = await (await platform.As("juror2")).Propose("Des mots à ne pas répéter");
        var view = await (await platform.As("coordinator")).Fill($"/fr/desk/ideas/{slug}/views", ("actor", "Service des mots"), ("on", platform.Clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("words.fr", "Un avis à taire aussi."), ("words.source", "fr"), ("words.desk", "true"));
        Assert.Equal(303, (int)view.Status);
        await platform.HideIdea(slug);
        await platform.Minute(2);
        Assert.DoesNotContain("Des mots à ne pas répéter", platform.Engine.AllHeard, StringComparison.Ordinal);
        Assert.DoesNotContain("Un avis à taire aussi.", platform.Engine.AllHeard, StringComparison.Ordinal);
        var views = (await platform.Idea(slug)).Views.Select(v => v.Id).ToList();
        Assert.Equal([Readers.Apart], await platform.Db(db => db.TextIndex.Where(r => views.Contains(r.OwnerId)).Select(r => r.Readers).Distinct().ToListAsync()));
        Assert.Equal(TextState.Missing, (await platform.Idea(slug)).Title.StateIn("nl"));
    }

    [Fact]
    public async Task Of_any_other_kind_a_machines_version_is_shown_to_nobody_and_an_outdated_one_of_an_idea_neither()
    {
        await platform.Write("parc-bleu", LocalizedText.Of("fr", ("fr", "Un parc pour tous.")).Translated("nl", "Een machinaal park.", TextState.Machine));
        platform.Services.GetRequiredService<Generations>().RaiseAll();
        foreach (var address in new[] { "/nl/groups/parc-bleu", "/nl/groups" })
        {
            var page = await platform.Visitor().Get(address);
            Assert.DoesNotContain("Een machinaal park.", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Un parc pour tous.", (await platform.Visitor().Get("/nl/groups/parc-bleu")).Main, StringComparison.Ordinal);

        var stale = LocalizedText.Of("fr", ("fr", "Un")).Translated("nl", "Een", TextState.Machine).Revised("fr", new Dictionary<string, string?> { ["fr"] = "Deux", ["nl"] = "Een" });
        Assert.Equal(new Reading("Deux", "fr", ReadingLabel.InProgress), stale.Read("nl", TextState.Machine));
        Assert.Equal("", stale.Said("nl"));
    }

    [Fact]
    public async Task Only_what_everybody_may_read_may_leave_whatever_kind_of_thing_it_is()
    {
        var rows = await platform.Db(db => db.TextIndex.AsNoTracking().Where(r => !r.IsSource && (r.Language == "fr" || r.Language == "nl")).ToListAsync());
        var samples = rows.GroupBy(r => (r.Owner, r.Readers)).SelectMany(g => g.OrderBy(r => r.OwnerId).Take(3)).ToList();
        Assert.True(samples.Select(s => s.Readers).Distinct().Count() == 3, "The demonstration has texts for everybody, for some, and apart");
        var wrong = await platform.Scope(async services =>
        {
            List<string> found = [];
            foreach (var row in samples)
            {
                var text = await services.GetRequiredService<DeskTexts>().Find(new TextKey(row.Owner, row.OwnerId, row.Property, row.Language), default);
                if (text is not null && MachineAsk.MayLeave(text) != (row.Readers == Readers.Everyone) || (text is null && row.Readers != Readers.Apart))
                {
                    found.Add($"{row.Owner}.{row.Property}: {row.Readers}");
                }
            }

            return found;
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_members_post_has_no_button_and_is_not_sent_even_by_hand()
    {
        platform.Engine.Reset();
        var lead = await platform.As("colead-civil");
        await lead.Fill("/fr/groups/parc-bleu/posts/new", ("audience", "Members"), ("title.source", "fr"), ("title.desk", "true"), ("title.fr", "Entre nous"), ("body.source", "fr"), ("body.desk", "true"), ("body.fr", "Ceci reste entre membres."));
        var post = await platform.Db(db => db.Set<Passerelle.ActionGroups.Post>().Where(p => p.Audience == Passerelle.ActionGroups.Audience.Members).OrderByDescending(p => p.At).Select(p => p.Id).FirstAsync());
        var director = await platform.As("director");
        var path = $"/fr/desk/translation/Post/{post}/Body/nl";
        var page = await director.Get(path);
        Assert.Equal(200, (int)page.Status);
        Assert.Null(page.Html.QuerySelector("#machine"));
        Assert.Equal(404, (int)(await director.Post(path + "/machine")).Status);
        await platform.Minute();
        Assert.DoesNotContain("Ceci reste entre membres", platform.Engine.AllHeard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_an_idea_goes_out_whole_or_not_at_all()
    {
        platform.Engine.Reset();
        await platform.Settle();
        platform.Engine.Says = text => MachineFake.Marked(text).Replace('7', '9');
        var slug = await (await platform.As("juror2")).Propose("Des bancs", need: "Il faut des bancs. Il en faut 7.");
        await platform.Minute();
        var idea = await platform.Idea(slug);
        Assert.Equal((TextState.Machine, TextState.Missing), (idea.Title.StateIn("nl"), idea.Need.StateIn("nl")));
        Assert.Contains("Il en faut 7.", (await platform.Visitor().Get($"/nl/ideas/{slug}")).Main, StringComparison.Ordinal);
        platform.Engine.Reset();
        await platform.Minute(2);
        Assert.Equal(TextState.Missing, (await platform.Idea(slug)).Need.StateIn("nl")); // asked again a day later, not each minute
    }

    [Fact]
    public async Task What_fails_each_time_is_left_to_people_after_a_few_days_also_when_its_words_are_gone()
    {
        platform.Engine.Reset();
        await platform.Settle();
        platform.Engine.Instead = MachineFake.Status(456);
        var slug = await (await platform.As("juror2")).Propose("Ce que nulle machine ne traduit");
        var id = (await platform.Idea(slug)).Id;
        foreach (var (day, minute) in Enumerable.Range(1, 10).SelectMany(day => Enumerable.Range(0, 15).Select(minute => (day, minute))))
        {
            await platform.Scope(async services =>
            {
                await services.GetRequiredService<MachineSender>().Run(platform.Clock.Now.AddDays(day).AddMinutes(minute), default);
                return 0;
            });
        }

        platform.Engine.Reset();
        var asks = await platform.Db(db => db.Set<MachineAsk>().AsNoTracking().Where(a => a.OwnerId == id && a.Property == "Title").ToListAsync());
        Assert.Equal(5, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == "translation.machine-asked" && e.Data.Contains("\"Title\""))));
        Assert.Equal(5, asks.Count);
        Assert.All(asks, a => Assert.Equal((AskState.Failed, "456", 0), (a.State, a.Code, a.Sources.Count)));
    }

    [Fact]
    public async Task An_idea_that_was_hidden_for_a_while_is_asked_for_at_once_when_it_is_shown_again()
    {
        platform.Engine.Reset();
        await platform.Settle();
        var slug = await (await platform.As("juror2")).Propose("Une idée cachée puis montrée");
        await platform.Scope(async services =>
        {
            await services.GetRequiredService<MachineDesk>().AskByItself(Act.BySystem(platform.Clock.Now), default);
            return 0;
        });
        await platform.HideIdea(slug);
        await platform.Minute();
        var id = (await platform.Idea(slug)).Id;
        Assert.All(await platform.Db(db => db.Set<MachineAsk>().AsNoTracking().Where(a => a.OwnerId == id).ToListAsync()), a => Assert.Equal(EngineCodes.Moved, a.Code));
        Assert.DoesNotContain("Une idée cachée", platform.Engine.AllHeard, StringComparison.Ordinal);

        await (await platform.As("juror2")).Fill("/fr/moderation/" + await platform.IdeaCase(slug), ("words", "Je n’y gagne rien."));
        await (await platform.As("director")).Fill("/fr/desk/moderation/" + await platform.IdeaCase(slug), ("decision", "restore"), ("reason", "Rien à redire."));
        await platform.Minute();
        Assert.Equal("Machine: Une idée cachée puis montrée", (await platform.Idea(slug)).Title.In("nl")?.Value);
    }

    private async Task<string> Proposed(string title)
    {
        platform.Engine.Reset();
        await platform.Settle();
        var slug = await (await platform.As("juror2")).Propose(title);
        Assert.Contains("Vertaling in behandeling", (await platform.Visitor().Get($"/nl/ideas/{slug}")).Main, StringComparison.Ordinal);
        await platform.Minute();
        return slug;
    }
}
