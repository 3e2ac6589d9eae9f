using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.ActionGroups;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;
using Passerelle.Translation.Memory;

namespace Passerelle.Tests.Translation;

/// <summary>A text at the desk is for those who may read the thing it belongs to, and for whom it is given to.</summary>
public sealed class ReadersTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Secret = "Ordre du jour interne de la réunion.";

    [Fact]
    public async Task Every_kind_of_thing_that_may_be_translated_says_where_it_is_read_and_every_text_of_it_has_a_name()
    {
        using var french = Language.In("fr");
        var registry = platform.Services.GetRequiredService<Registry>();
        var kinds = await platform.Db(async db => await db.TextIndex.Where(r => r.Readers != Readers.Apart).Select(r => new { r.Owner, r.Property }).Distinct().ToListAsync());
        Assert.Contains(kinds, k => k.Owner == "HealthNote");
        Assert.Contains(kinds, k => k.Owner == "Link");
        Assert.Empty(kinds.Select(k => k.Owner).Distinct().Except(registry.TextHomes.Keys));
        Assert.DoesNotContain(kinds, k => Passerelle.Translation.Texts.Source.Find("property." + k.Property) is null);
        foreach (var owner in kinds.Select(k => k.Owner).Distinct())
        {
            var ids = await platform.Db(db => db.TextIndex.Where(r => r.Owner == owner && r.Readers != Readers.Apart).Select(r => r.OwnerId).Distinct().ToListAsync());
            await using var scope = platform.Services.CreateAsyncScope();
            Assert.Equal(ids.Order(), (await registry.TextHomes[owner].Places(scope.ServiceProvider, ids, default)).Keys.Order());
        }
    }

    [Fact]
    public async Task A_post_for_members_is_no_work_until_somebody_gives_it_to_a_translator_who_then_reads_it_and_nobody_else()
    {
        var (post, path) = await Members();
        var (translator, proofreader, director) = (await platform.As("translator"), await platform.As("proofreader"), await platform.As("director"));
        foreach (var guest in new[] { translator, proofreader, director })
        {
            Assert.DoesNotContain(post.ToString(), (await guest.Get("/fr/desk/translation?q=ordre+interne")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await translator.Get("/fr" + path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await translator.Post("/fr" + path + "/segments/1/confirm", ("revision", "1"), ("version", "1"), ("target", "Interne agenda."))).Status);
        var given = await director.Fill("/fr" + path + "/assign", ("person", (await platform.Person("translator")).ToString()), ("due", "2021-02-10"));
        Assert.Equal(303, (int)given.Status);
        var mine = await translator.Get("/fr/desk/translation?whose=mine");
        Assert.Contains(post.ToString(), mine.Text, StringComparison.Ordinal);
        Assert.Contains("10 févr. 2021", mine.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(post.ToString(), (await proofreader.Get("/fr/desk/translation?q=ordre+interne")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await proofreader.Get("/fr" + path)).Status);

        // What is translated there stays out of the memory that all share.
        Assert.Equal(303, (int)(await translator.Confirm(await translator.Get("/fr" + path), "Interne agenda van de vergadering.")).Status);
        Assert.Equal(0, await platform.Db(db => db.Set<KeptPair>().CountAsync(p => p.OwnerId == post)));
        Assert.DoesNotContain("Interne agenda van", (await proofreader.Get("/nl/desk/translation/memory?q=interne+agenda&from=nl")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_asks_for_the_translation_on_the_posts_own_page_and_a_coordinator_finds_it()
    {
        var (post, _) = await Members();
        var member = await platform.As("member-citizen");
        var page = await member.Get($"/fr/groups/parc-bleu/posts/{post}");
        var word = page.Html.QuerySelector("form.ask-translation [name=word]")!.GetAttribute("value")!;
        Assert.Equal(403, (int)(await (await platform.As("citizen")).Post("/fr/desk/translation/ask", ("word", word))).Status);
        Assert.Equal(403, (int)(await member.Post("/fr/desk/translation/ask", ("word", "x" + word))).Status);
        Assert.Equal($"/fr/groups/parc-bleu/posts/{post}", (await member.Submit(page, "form.ask-translation")).Location);
        Assert.Null((await member.Get($"/fr/groups/parc-bleu/posts/{post}")).Html.QuerySelector("form.ask-translation"));
        Assert.Contains(post.ToString(), (await (await platform.As("coordinator")).Get("/fr/desk/translation?q=ordre+interne")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(post.ToString(), (await (await platform.As("translator")).Get("/fr/desk/translation?q=ordre+interne")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_general_dashboard_counts_the_texts_of_each_group_that_wait()
    {
        await platform.Purpose("espace-citoyen", "Un texte à traduire.", "Een vertaalde tekst.");
        var director = await platform.As("director");
        async Task<int> Waiting() => int.Parse((await director.Get("/fr/desk/dashboard?page=all")).Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")!.GetAttribute("href") == "/fr/desk/groups/espace-citoyen")
            .QuerySelector("[data-label='Traductions en attente']")!.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture);
        var before = await Waiting();
        await platform.Change("espace-citoyen", "Un texte qui a changé.");
        Assert.Equal(before + 1, await Waiting());
    }

    [Fact]
    public async Task A_confirmed_pair_of_a_public_text_is_found_in_both_directions_until_it_is_removed_with_a_reason()
    {
        await platform.Purpose("alternance", "Une école des deux côtés.", "");
        var path = await platform.PathOf("alternance");
        var translator = await platform.As("translator");
        await translator.Confirm(await translator.Get("/fr" + path), "Een school aan beide kanten.");
        Assert.Contains("Een school aan beide kanten.", (await translator.Get("/fr/desk/translation/memory?q=ecole&from=fr")).Main, StringComparison.Ordinal);
        Assert.Contains("Une école des deux côtés.", (await translator.Get("/fr/desk/translation/memory?q=BEIDE+kanten&from=nl")).Main, StringComparison.Ordinal);
        var proofreader = await platform.As("proofreader");
        var number = await platform.Db(db => db.Set<KeptPair>().Where(p => p.Target == "Een school aan beide kanten.").Select(p => p.Number).SingleAsync());
        var form = $"/fr/desk/translation/memory/{number}/remove";
        Assert.Equal(403, (int)(await translator.Get(form)).Status);
        Assert.Equal(422, (int)(await proofreader.Fill(form, ("reason", ""))).Status);
        Assert.Equal(303, (int)(await proofreader.Fill(form, ("reason", "Trop libre."))).Status);
        Assert.DoesNotContain("Een school aan beide kanten.", (await translator.Get("/fr/desk/translation/memory?q=ecole&from=fr")).Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await proofreader.Get(form)).Status);
        Assert.Equal("Trop libre.", await platform.Db(db => db.Events.Where(e => e.Name == "translation.pair-removed").Select(e => e.Personal).SingleAsync()));
    }

    [Fact]
    public async Task At_night_the_memory_learns_what_was_ready_without_the_desk_and_learns_it_once()
    {
        await platform.Purpose("jalons-cyclables", "Un chemin sûr pour aller à l’école.", "Een veilige weg naar school.");
        await platform.Purpose("voisins-de-frontiere", "Un brouillon que personne n’a relu.", "Een ontwerp dat niemand nalas.", Passerelle.Platform.Localization.TextState.Draft);
        Task<int> Learn() => platform.Scope(async s => await ((MemoryBook)s.GetService(typeof(MemoryBook))!).Learn(Passerelle.Platform.Data.Act.BySystem(platform.Clock.Now), default));
        Assert.True(await Learn() > 500);
        var translator = await platform.As("translator");
        Assert.Contains("Een veilige weg naar school.", (await translator.Get("/fr/desk/translation/memory?q=chemin+sur&from=fr")).Main, StringComparison.Ordinal);
        Assert.Contains("Un chemin sûr pour aller à l’école.", (await translator.Get("/fr/desk/translation/memory?q=veilige+weg&from=nl")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Een ontwerp dat", (await translator.Get("/fr/desk/translation/memory?q=brouillon&from=fr")).Main, StringComparison.Ordinal);
        Assert.Equal(0, await Learn());
    }

    [Fact]
    public async Task A_task_and_a_comment_are_never_work_for_translators()
    {
        var director = await platform.As("director");
        var task = await platform.Db(db => db.Set<Passerelle.Tasks.ToDo>().Select(t => t.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await director.Get($"/fr/desk/translation/ToDo/{task}/Title/nl")).Status);
        Assert.Equal(0, await platform.Db(db => db.TextIndex.CountAsync(r => r.Owner == "ToDo" && r.Readers != Passerelle.Platform.Localization.Readers.Apart)));
        Assert.Equal(0, await platform.Db(db => db.TextIndex.CountAsync(r => r.Owner == "Comment")));
    }

    [Theory]
    [InlineData("/fr/desk/translation/Group/00000000-0000-0000-0000-000000000000/Purpose/nl")]
    [InlineData("/fr/desk/translation/Nothing/00000000-0000-0000-0000-000000000000/Purpose/nl")]
    [InlineData("/fr/desk/translation/Person/00000000-0000-0000-0000-000000000000/Email/nl")]
    public async Task What_is_no_text_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("director")).Get(path)).Status);

    [Fact]
    public async Task The_queue_takes_the_same_few_queries_however_much_waits()
    {
        var translator = await platform.As("translator");
        await translator.Get("/fr/desk/translation");
        await platform.Deliver();
        var (_, one) = await translator.Count("/fr/desk/translation?q=zzzz");
        var (page, all) = await translator.Count("/fr/desk/translation");
        Assert.True(page.Html.QuerySelectorAll("tbody tr").Length == 25);
        Assert.All(page.Html.QuerySelectorAll("tbody tr th"), t => Assert.NotEmpty(t.QuerySelector("summary[lang], .note[lang]")!.TextContent)); // what it says can be looked at in its place
        var kinds = page.Html.QuerySelectorAll("tbody th > a").Select(a => a.GetAttribute("href")!.Split('/')[4]).Distinct().Count();
        Assert.True(all <= one + (2 * kinds) + 5, $"{one} without lines, {all} with 25 of {kinds} kinds"); // the texts and the places of each kind
        Assert.Equal(all, (await translator.Count("/fr/desk/translation?n=2")).Queries);
    }

    [Fact]
    public async Task Public_texts_come_before_internal_ones_and_near_dates_first()
    {
        var director = await platform.As("director");
        var rows = (await director.Get("/fr/desk/translation")).Html.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("[data-label='Attendu le']")!.TextContent.Trim()).ToList();
        var dated = rows.TakeWhile(r => r != "–").Count();
        Assert.True(dated > 0);
        Assert.All(rows.Skip(dated), r => Assert.Equal("–", r));
    }

    private async Task<(Guid Post, string Path)> Members()
    {
        var lead = await platform.As("colead-civil");
        var answer = await lead.Fill("/fr/groups/parc-bleu/posts/new", ("audience", "Members"), ("title.source", "fr"), ("title.desk", "true"), ("title.fr", "Entre membres"), ("body.source", "fr"), ("body.desk", "true"), ("body.fr", Secret));
        Assert.Equal(303, (int)answer.Status);
        var post = await platform.Db(db => db.Set<Post>().Where(p => p.Audience == Audience.Members).OrderByDescending(p => p.At).Select(p => p.Id).FirstAsync());
        return (post, $"/desk/translation/Post/{post}/Body/nl");
    }
}
