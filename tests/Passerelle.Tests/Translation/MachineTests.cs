using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Jobs;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;
using Passerelle.Translation;
using Passerelle.Translation.Files;
using Passerelle.Translation.Machine;
using Passerelle.Translation.Memory;

namespace Passerelle.Tests.Translation;

/// <summary>A translator asks an engine that answers at once, and what becomes of its words.</summary>
public sealed class MachineTests(DeepLPlatform platform) : IClassFixture<DeepLPlatform>
{
    [Fact]
    public async Task What_an_engine_suggests_is_marked_in_words_and_counts_only_once_a_translator_confirms_it()
    {
        var (path, translator) = await Asked("campus-frontiere");
        var waiting = await translator.Get("/fr" + path);
        Assert.Contains("Demandé à DeepL le 27 janv. 2021", waiting.Main, StringComparison.Ordinal);
        Assert.Null(waiting.Html.QuerySelector("#machine form"));
        await platform.Minute();

        var page = await translator.Get("/fr" + path);
        Assert.Contains("DeepL a proposé 2 phrases", page.Main, StringComparison.Ordinal);
        Assert.Contains("Traduction automatique", page.Html.QuerySelector(".segment.active .panel")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Traduction automatique", page.Html.QuerySelector(".segment:not(.active)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Machine: Un premier point.", page.Html.QuerySelector("#target")!.TextContent.Trim());
        Assert.All(await platform.Segments(path), s => Assert.Equal((SegmentState.Machine, (Guid?)null), (s.State, s.By)));

        // Nobody reads it, nothing remembers it, nobody can pass it on.
        Assert.Equal(TextState.Missing, (await platform.PurposeOf("campus-frontiere")).StateIn("nl"));
        Assert.Equal(0, await platform.Db(db => db.Set<KeptPair>().CountAsync(p => p.Target.StartsWith("Machine: "))));
        var early = await translator.Submit(page, "form[action$='/forward']");
        Assert.Equal(422, (int)early.Status);
        Assert.Contains("2 segments ne sont pas encore confirmés.", early.Main, StringComparison.Ordinal);

        Assert.Equal(303, (int)(await translator.Confirm(page, "Machine: Un premier point.")).Status);
        Assert.Equal(303, (int)(await translator.Confirm(await translator.Get("/fr" + path + "?segment=2"), "Een tweede punt met het cijfer 7.")).Status);
        Assert.All(await platform.Segments(path), s => Assert.Equal(SegmentState.Translated, s.State));
        Assert.Equal(await platform.Person("translator"), (await platform.Segments(path))[0].By);
        Assert.Equal(1, await platform.Db(db => db.Set<KeptPair>().CountAsync(p => p.Target == "Machine: Un premier point.")));
        Assert.Equal(303, (int)(await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']")).Status);
        Assert.Equal(TextState.Draft, (await platform.PurposeOf("campus-frontiere")).StateIn("nl"));
    }

    [Fact]
    public async Task What_somebody_has_written_meanwhile_stays()
    {
        var (path, translator) = await Asked("langage-clair");
        await translator.Confirm(await translator.Get("/fr" + path + "?segment=2"), "Een tweede punt met het cijfer 7.");
        var typing = await translator.Get("/fr" + path + "?segment=1");
        Assert.Equal(303, (int)(await translator.Post($"/fr{path}/segments/1/type", ("revision", typing.Html.QuerySelector("[name=revision]")!.GetAttribute("value")), ("version", typing.Html.QuerySelector("[name=version]")!.GetAttribute("value")), ("target", "Een begin"))).Status);
        await platform.Minute();
        var segments = await platform.Segments(path);
        Assert.Equal([("Een begin", SegmentState.Begun), ("Een tweede punt met het cijfer 7.", SegmentState.Translated)], segments.Select(s => (s.Target, s.State)));
    }

    [Fact]
    public async Task A_sentence_whose_number_or_placeholder_was_lost_is_not_taken()
    {
        var (path, _) = await Asked("sante-sans-frontiere", "Bonjour {name}. Il reste 7 places. Merci.");
        platform.Engine.Says = text => MachineFake.Marked(text).Replace("{name}", "{naam}", StringComparison.Ordinal).Replace('7', '9');
        await platform.Minute();
        Assert.Equal([SegmentState.Missing, SegmentState.Missing, SegmentState.Machine], (await platform.Segments(path)).Select(s => s.State));

        var (all, translator) = await Asked("emploi-sans-frontiere", "Il reste 7 places.");
        platform.Engine.Says = text => text.Replace('7', '9');
        await platform.Minute();
        Assert.Contains("Des nombres, des variables ou de la mise en forme s’étaient perdus", (await translator.Get("/fr" + all)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_changes_before_the_text_is_sent_is_not_sent_and_machine_words_of_a_changed_sentence_go()
    {
        var (path, translator) = await Asked("television-voisine", "Une phrase que nul n’enverra.");
        await platform.Change("television-voisine", "Une autre phrase. Une deuxième.");
        await platform.Minute();
        Assert.DoesNotContain("nul n’enverra", platform.Engine.AllHeard, StringComparison.Ordinal);
        Assert.Equal((AskState.Failed, EngineCodes.Moved, 0), ((await platform.Ask(path)).State, (await platform.Ask(path)).Code, (await platform.Ask(path)).Sources.Count));
        Assert.Equal(1, await platform.Events("translation.machine-dropped"));

        Assert.Equal(303, (int)(await translator.AskMachine(path)).Status);
        await platform.Minute();
        await platform.Change("television-voisine", "Une autre phrase. Une troisième.");
        var page = await translator.Get("/fr" + path + "?segment=2");
        Assert.Equal("", page.Html.QuerySelector("#target")!.TextContent.Trim());
        await translator.Confirm(await translator.Get("/fr" + path + "?segment=1"), "Een andere zin.");
        await platform.Change("television-voisine", "Une autre phrase. Une deuxième.");
        await translator.Submit(await translator.Get("/fr" + path + "?segment=1"), "form.panel", ("target", "Een andere zin!"));
        Assert.Equal([SegmentState.Translated, SegmentState.Missing], (await platform.Segments(path)).Select(s => s.State));
    }

    [Fact]
    public async Task Pressed_twice_it_asks_once_and_each_sending_is_in_the_history_of_the_text_for_good()
    {
        var path = await Fresh("qualite-de-l-air");
        var translator = await platform.As("translator");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => translator.Post($"/fr{path}/machine")));
        Assert.All(answers, a => Assert.Equal(303, (int)a.Status));
        var owner = Guid.Parse(path.Split('/')[4], CultureInfo.InvariantCulture);
        var ask = Assert.Single(await platform.Db(db => db.Set<MachineAsk>().AsNoTracking().Where(a => a.OwnerId == owner).ToListAsync()));
        await platform.Minute();
        var events = await platform.Db(db => db.Events.AsNoTracking().Where(e => e.SubjectId == owner && e.Name.StartsWith("translation.machine-")).OrderBy(e => e.Number).ToListAsync());
        Assert.Equal(["translation.machine-asked", "translation.machine-sent", "translation.machine-answered"], events.Select(e => e.Name));
        Assert.Equal(await platform.Person("translator"), events[0].ActorId);
        Assert.Contains("DeepL", events[1].Data, StringComparison.Ordinal);
        Assert.All(events, e => Assert.Equal(("Group", "Purpose", "nl", false), (e["owner"], e["property"], e["language"], e.IsPublic)));
        Assert.Null(await platform.Db(db => db.Set<JobRun>().Where(r => r.Job == "translation.machine").OrderByDescending(r => r.Due).Select(r => r.Error).FirstAsync()));

        await platform.Scope(async services =>
        {
            await services.GetRequiredService<MachineSender>().Run(platform.Clock.Now.AddDays(8), default);
            return 0;
        });
        Assert.Equal(0, await platform.Db(db => db.Set<MachineAsk>().CountAsync(a => a.OwnerId == owner)));
        var history = (await translator.Get($"/fr{path}/history")).Main.Replace('\u00A0', ' ');
        Assert.Contains("Traduction automatique vers le néerlandais demandée par", history, StringComparison.Ordinal);
        Assert.Contains("Texte public envoyé à DeepL pour une traduction automatique vers le néerlandais (phrases : 2)", history, StringComparison.Ordinal);
        Assert.Contains("Traduction automatique vers le néerlandais reçue (phrases : 2)", history, StringComparison.Ordinal);

        // It is this text's, and nobody else's to read.
        var other = await platform.PathOf("qualite-de-l-air", "Need");
        Assert.DoesNotContain("DeepL", (await translator.Get($"/fr{other}/history")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("DeepL", (await platform.Visitor().Get("/fr/groups/qualite-de-l-air/history")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_for_a_document_goes_with_it()
    {
        platform.Engine.Reset();
        await platform.Settle();
        var translator = await platform.As("translator");
        var (page, unit) = await translator.Brought("Un texte à retirer. Avec une deuxième phrase.", "a-retirer.txt", isPublic: true);
        var id = Guid.Parse(unit.Split('/')[5], CultureInfo.InvariantCulture);
        Assert.Equal(303, (int)(await translator.Submit(await translator.Get(unit), "#machine form")).Status);
        Assert.Equal(1, await platform.Db(db => db.Set<MachineAsk>().CountAsync(a => a.OwnerId == id)));
        var form = await translator.Get(page + "/remove");
        platform.Engine.Instead = async http => // while the engine has it
        {
            await translator.Submit(form, "main form");
            http.Response.StatusCode = 503;
        };
        await platform.Minute();
        platform.Engine.Reset();
        Assert.Equal(0, await platform.Db(db => db.Set<DeskFile>().CountAsync(f => f.Id == id)));
        Assert.Equal(0, await platform.Db(db => db.Set<MachineAsk>().CountAsync(a => a.OwnerId == id)));
        Assert.Equal(404, (int)(await translator.Submit(form, "main form")).Status);
        Assert.Null(await platform.Db(db => db.Set<JobRun>().Where(r => r.Job == "translation.machine").OrderByDescending(r => r.Due).Select(r => r.Error).FirstAsync()));
    }

    [Fact]
    public async Task Who_does_not_work_at_the_desk_asks_nothing()
    {
        var path = await Fresh("economie-circulaire");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("citizen")).Post($"/fr{path}/machine")).Status);
        Assert.StartsWith("/fr/sign-in", (await platform.Visitor().Post($"/fr{path}/machine")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("translator")).Post($"/fr{path.Replace("Purpose", "Nothing", StringComparison.Ordinal)}/machine")).Status);
    }

    [Fact]
    public async Task A_text_is_not_switched_to_a_version_that_only_a_machine_made()
    {
        var group = "bibliotheques-voisines";
        await platform.Write(group, LocalizedText.Of("fr", ("fr", "Un texte.")).Translated("nl", "Een tekst.", TextState.Machine));
        var director = await platform.As("director");
        var path = await platform.PathOf(group);
        await director.Fill($"/fr{path}/switch");
        Assert.Equal("fr", (await platform.PurposeOf(group)).Source);
    }

    [Fact]
    public async Task Who_asked_is_in_their_own_data_and_forgotten_with_the_account()
    {
        var path = await Fresh("gardiens-de-l-eau");
        var person = await platform.As("proofreader");
        Assert.Equal(303, (int)(await person.AskMachine(path)).Status);
        var data = JsonDocument.Parse((await person.Get("/fr/me/data/download")).Text).RootElement.GetProperty("translations").GetProperty("machine").ToString();
        Assert.Contains(path.Split('/')[4], data, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await person.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"))).Status);
        Assert.Null((await platform.Ask(path)).AskedBy);
        await platform.Settle();
    }

    private async Task<string> Fresh(string slug, string french = MachineScene.French)
    {
        platform.Engine.Reset();
        await platform.Settle();
        return await platform.Fresh(slug, french);
    }

    private async Task<(string Path, Guest Translator)> Asked(string slug, string french = MachineScene.French)
    {
        var path = await Fresh(slug, french);
        var translator = await platform.As("translator");
        Assert.Equal(303, (int)(await translator.AskMachine(path)).Status);
        return (path, translator);
    }
}
