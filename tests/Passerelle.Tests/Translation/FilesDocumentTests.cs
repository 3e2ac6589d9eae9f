using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Passerelle.Tests.Host;
using Passerelle.Translation;
using Passerelle.Translation.Files;
using Passerelle.Translation.Memory;
using static Passerelle.Tests.Translation.FilesScene;

namespace Passerelle.Tests.Translation;

/// <summary>Documents are brought to the desk, translated there, and given back as they were.</summary>
public sealed class FilesDocumentTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly Dictionary<string, string> Dutch = new()
    {
        ["La <1>réunion</1> du groupe est ouverte.<2/>"] = "De <1>vergadering</1> van de groep is geopend.<2/>",
        ["Merci à tous."] = "Dank aan iedereen.",
        ["Le budget"] = "De begroting",
        ["Dans le cadre"] = "In het kader",
        ["Une note du groupe"] = "Een nota van de groep",
    };

    [Fact]
    public async Task A_Word_minute_comes_back_in_Dutch_with_its_bold_table_frame_and_footnote()
    {
        var translator = await platform.As("translator");
        var file = Word(
            P(R("La ") + R("réunion", "<w:b/>") + R(" du groupe est ouverte.") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + R(" Merci à tous.")) + Table("Le budget") + P(Frame("Dans le cadre")),
            " Une note du groupe");
        var (page, unit) = await translator.Brought(file, "compte-rendu.docx");
        Assert.Equal(303, (int)(await translator.Get(page + "/translated")).Status);
        await translator.Translate(unit, s => Dutch[s]);
        Assert.Contains("Télécharger (néerlandais)", (await translator.Get(page)).Main, StringComparison.Ordinal);

        var answer = await translator.Get(page + "/translated");
        Assert.Equal("compte-rendu-nl.docx", answer.Response.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Response.Content.Headers.ContentDisposition.FileName);
        using var word = WordprocessingDocument.Open(new MemoryStream(answer.Bytes), false);
        var body = word.MainDocumentPart!.Document!.Body!;
        Assert.Equal("De vergadering van de groep is geopend. Dank aan iedereen.", body.Elements<Paragraph>().First().InnerText);
        Assert.Equal("vergadering", body.Descendants<Run>().Single(r => r.RunProperties?.Bold is not null).InnerText);
        Assert.Equal("De begroting", body.Descendants<TableCell>().Single().InnerText);
        Assert.Equal(["In het kader", "In het kader"], body.Descendants<TextBoxContent>().Select(t => t.InnerText));
        Assert.Equal("Een nota van de groep", word.MainDocumentPart.FootnotesPart!.Footnotes!.InnerText.Trim());
        Assert.Equal(file, (await translator.Get(page + "/original")).Bytes);
    }

    [Fact]
    public async Task Tracked_changes_are_taken_as_accepted_and_that_is_said()
    {
        var translator = await platform.As("translator");
        var (page, unit) = await translator.Brought(
            Word(P(R("Le groupe ") + "<w:del w:id=\"1\" w:author=\"x\"><w:r><w:delText>refuse</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"x\">" + R("accepte") + "</w:ins>" + R(" le plan."))), "suivi.docx");
        Assert.Contains("modifications suivies", (await translator.Get(page)).Main, StringComparison.Ordinal);
        Assert.Contains("bijgehouden wijzigingen", (await translator.Get(page.Replace("/fr/", "/nl/", StringComparison.Ordinal))).Main, StringComparison.Ordinal);
        Assert.Contains("Le groupe accepte le plan.", (await translator.Get(unit)).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("note.md", "# Le titre\n\nLe **groupe** avance.\n\n```\ncode\n```\n", "# De titel\n\nDe **groep** gaat vooruit.\n\n```\ncode\n```\n")]
    [InlineData("note.txt", "Le titre\r\n\r\n  Le groupe avance.\r\n--\r\n", "De titel\r\n\r\n  De groep gaat vooruit.\r\n--\r\n")]
    public async Task Plain_letters_come_back_as_they_were_but_for_the_words(string name, string content, string expected)
    {
        var translator = await platform.As("translator");
        var (page, unit) = await translator.Brought(content, name);
        await translator.Translate(unit, s => s switch { "Le titre" => "De titel", "Le <1>groupe</1> avance." => "De <1>groep</1> gaat vooruit.", _ => "De groep gaat vooruit." });
        Assert.Equal(expected, (await translator.Get(page + "/translated")).Text);
    }

    [Fact]
    public async Task A_text_that_is_not_in_UTF_8_is_read_and_that_is_said()
    {
        var translator = await platform.As("translator");
        var (page, unit) = await translator.Brought(Encoding.Latin1.GetBytes("L'été est là."), "ancien.txt");
        Assert.Contains("vérifiez les accents", (await translator.Get(page)).Main, StringComparison.Ordinal);
        Assert.Contains("L'été est là.", (await translator.Get(unit)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_tag_is_said_with_its_paragraph_in_the_place_of_the_document()
    {
        var translator = await platform.As("translator");
        var (page, unit) = await translator.Brought("Un point.\n\nLe **groupe** avance.\n", "perdu.md");
        await translator.Submit(await translator.Get(unit + "?segment=1"), "form.panel", ("target", "Een punt."));
        var refused = await translator.Submit(await translator.Get(unit + "?segment=2"), "form.panel", ("target", "De groep gaat vooruit."));
        Assert.Equal(422, (int)refused.Status);
        while (refused.Html.QuerySelector("form[action$='/dismiss']") is not null)
        {
            var typed = await translator.Submit(refused, "form[action$='/dismiss']", ("reason", "Sans gras en néerlandais"));
            Assert.NotNull(typed.Location);
            refused = await translator.Submit(await translator.Get(unit + "?segment=2"), "form.panel", ("target", "De groep gaat vooruit."));
        }

        Assert.NotNull((await translator.HandIn(unit)).Location);
        var answer = await translator.Get(page + "/translated");
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Paragraphe 2 : il manque la balise <1>.", answer.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Le groupe avance.", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inside_document_is_its_senders_work_and_nobody_elses_but_who_shares_it_out()
    {
        var (translator, proofreader, coordinator) = (await platform.As("translator"), await platform.As("proofreader"), await platform.As("coordinator"));
        var (page, unit) = await translator.Brought("Un texte confidentiel de la maison.", "interne.txt");
        Assert.Contains("interne.txt", (await translator.Get("/fr/desk/translation?whose=mine")).Main, StringComparison.Ordinal);
        Assert.Contains("interne.txt", (await coordinator.Get(At)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("interne.txt", (await proofreader.Get(At)).Main, StringComparison.Ordinal);
        foreach (var address in new[] { page, page + "/original", page + "/translated", unit, unit + "/xliff-1.2", unit + "/xliff-2.1" })
        {
            Assert.Equal(404, (int)(await proofreader.Get(address)).Status);
            Assert.Equal(403, (int)(await (await platform.As("citizen")).Get(address)).Status);
        }

        await translator.Translate(unit, _ => "Een vertrouwelijke tekst van het huis.");
        Assert.Equal(0, await platform.Db(db => db.Set<KeptPair>().CountAsync(p => p.Target == "Een vertrouwelijke tekst van het huis.")));
    }

    [Fact]
    public async Task A_document_is_taken_away_by_who_brought_it_and_nothing_of_it_stays_but_the_trace()
    {
        var (translator, proofreader) = (await platform.As("translator"), await platform.As("proofreader"));
        var (page, unit) = await translator.Brought("Un texte à retirer.", "a-retirer.txt", isPublic: true);
        await translator.Submit(await translator.Get(unit + "?segment=1"), "form.panel", ("target", "Een tekst om te verwijderen."));
        var id = Guid.Parse(unit.Split('/')[5]);
        var bytes = await platform.Db(db => db.Set<DeskFile>().Where(f => f.Id == id).Select(f => f.FileId).SingleAsync());
        Assert.Equal(200, (int)(await proofreader.Get(page)).Status);
        Assert.Equal(403, (int)(await proofreader.Get(page + "/remove")).Status);
        Assert.Equal(403, (int)(await proofreader.Post(page + "/remove")).Status);
        Assert.DoesNotContain("/remove", (await proofreader.Get(page)).Main, StringComparison.Ordinal);

        Assert.Contains("effacés", (await translator.Get(page + "/remove")).Main, StringComparison.Ordinal);
        Assert.Contains("gewist", (await translator.Get(page.Replace("/fr/", "/nl/", StringComparison.Ordinal) + "/remove")).Main, StringComparison.Ordinal);
        var done = await translator.Follow(await translator.Submit(await translator.Get(page + "/remove"), "main form"));
        Assert.Contains("« a-retirer.txt » est retiré", done.Main.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal((404, 404), ((int)(await translator.Get(page)).Status, (int)(await translator.Get(unit)).Status));
        Assert.Equal(0, await platform.Db(db => db.Set<TranslationUnit>().CountAsync(u => u.OwnerId == id)));
        Assert.Equal(0, await platform.Db(db => db.TextIndex.CountAsync(r => r.OwnerId == id)));
        Assert.Empty(Directory.GetFiles(platform.DataFolder, bytes + "*", SearchOption.AllDirectories));
        Assert.Equal("a-retirer.txt", await platform.Db(db => db.Events.Where(e => e.SubjectId == id && e.Name == "deskfile.removed").Select(e => e.Personal).SingleAsync()));
    }

    [Fact]
    public async Task Sentences_that_may_be_shared_are_everybodys_work_and_feed_the_memory()
    {
        var (translator, proofreader) = (await platform.As("translator"), await platform.As("proofreader"));
        var (page, unit) = await translator.Brought("Une affiche pour la fête du canal.", "affiche.txt", isPublic: true);
        Assert.Equal(200, (int)(await proofreader.Get(page)).Status);
        await translator.Translate(unit, _ => "Een affiche voor het kanaalfeest.");
        Assert.Equal(1, await platform.Db(db => db.Set<KeptPair>().CountAsync(p => p.Target == "Een affiche voor het kanaalfeest.")));
        await proofreader.HandIn(unit);
        Assert.Contains("Relu", (await translator.Get(At)).Main, StringComparison.Ordinal);
        Assert.Contains("a apporté le document", (await translator.Get(page)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_file_survives_a_form_that_is_refused_and_one_sent_twice_is_there_once()
    {
        var translator = await platform.As("translator");
        var before = await platform.Db(db => db.Set<DeskFile>().CountAsync());
        var refused = await translator.Bring(Encoding.UTF8.GetBytes("Gardé avec le formulaire."), "garde.txt", into: "fr");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("garde.txt", refused.Main, StringComparison.Ordinal);
        var fields = new (string, string?)[] { ("into", "nl") };
        Assert.NotNull((await translator.Submit(refused, null, fields)).Location);
        Assert.NotNull((await translator.Submit(refused, null, fields)).Location);
        Assert.Equal(before + 1, await platform.Db(db => db.Set<DeskFile>().CountAsync()));
    }
}
