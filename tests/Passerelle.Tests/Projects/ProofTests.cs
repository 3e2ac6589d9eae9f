using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Files;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What a project promises, what shows that it is there, and who says so.</summary>
public sealed class ProofTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _scene = new(platform);

    [Fact]
    public async Task The_expected_result_is_said_in_both_languages_and_public()
    {
        var slug = await _scene.Begin(criterion: false);
        var coordinator = await platform.As("coordinator");
        var empty = await coordinator.Fill($"/nl/desk/projects/{slug}/criterion", ("criterion.fr", " "), ("criterion.nl", ""));
        Assert.Equal(422, (int)empty.Status);
        Assert.NotNull(empty.ErrorAt("criterion.nl"));
        Assert.Equal(303, (int)(await coordinator.Submit(empty, null, ("criterion.source", "nl"), ("criterion.nl", "De brug is open."), ("criterion.fr", "Le pont est ouvert."))).Status);
        Assert.Contains("De brug is open.", (await platform.Visitor().Get($"/nl/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.Contains("Le pont est ouvert.", (await platform.Visitor().Get($"/fr/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await (await platform.As("colead-civil")).Get($"/fr/desk/projects/{slug}/criterion")).Status);
    }

    [Fact]
    public async Task Nothing_is_proven_before_the_expected_result_is_said()
    {
        var slug = await _scene.Begin(criterion: false);
        var answer = await ProjectScene.Send(await platform.As("colead-civil"), slug, [("address", "https://exemple.eu")]);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("Dites d’abord à quoi", answer.Html.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_with_document_photo_and_address_is_public_once_it_is_accepted()
    {
        var slug = await _scene.Begin();
        var lead = await platform.As("colead-civil");
        var sent = await ProjectScene.Send(
            lead, slug, [("address", "https://exemple.eu/pont"), ("alt.fr", "Des passants sur la passerelle"), ("alt.nl", "Voorbijgangers op de voetbrug")],
            files: [("file", "../../etc/plan.pdf", NewsSteps.Pdf), ("photo", "pont.png", ProjectScene.Png)]);
        Assert.Equal(303, (int)sent.Status);
        var proof = (await _scene.Load(slug)).Proofs.Single();
        var visitor = platform.Visitor();
        var address = $"/nl/projects/{slug}/files/{proof.FileId}";
        Assert.DoesNotContain("openingsdag", (await visitor.Get($"/nl/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await visitor.Get(address)).Status);
        Assert.Equal(200, (int)(await lead.Get(address)).Status);

        await _scene.Judge(slug, proof.Id);
        var page = await visitor.Get($"/nl/projects/{slug}");
        Assert.Contains("De voetbrug op de openingsdag", page.Main, StringComparison.Ordinal);
        Assert.Contains("20 januari 2021", page.Main, StringComparison.Ordinal);
        Assert.Equal("Voorbijgangers op de voetbrug", page.Html.QuerySelector("main img")!.GetAttribute("alt"));
        Assert.Equal("plan.pdf", page.Html.QuerySelector($"main a[href='{address}']")!.TextContent.Trim());
        Assert.NotNull(page.Html.QuerySelector("main a[href='https://exemple.eu/pont']"));
        var file = await visitor.Get(address);
        Assert.Equal((200, "application/pdf", "nosniff"), ((int)file.Status, file.Response.Content.Headers.ContentType!.MediaType, file.Response.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal("image/png", (await visitor.Get($"/fr/projects/{slug}/files/{proof.PhotoId}")).Response.Content.Headers.ContentType!.MediaType);
        var other = await _scene.Begin();
        Assert.Equal(404, (int)(await visitor.Get($"/nl/projects/{other}/files/{proof.FileId}")).Status);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "file", "empty", "vide.pdf" },
        { "file", "html", "page.pdf" },
        { "file", "large", "trop.pdf" },
        { "photo", "pdf", "photo.png" },
        { "photo", "html", "photo.jpg" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_file_that_is_empty_too_large_or_no_photo_is_refused_at_its_field(string field, string kind, string name)
    {
        var slug = await _scene.Begin();
        byte[] content = kind switch
        {
            "empty" => [],
            "html" => Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>"),
            "pdf" => NewsSteps.Pdf,
            _ => [.. NewsSteps.Pdf, .. new byte[26 * 1024 * 1024]],
        };
        var answer = await ProjectScene.Send(await platform.As("colead-civil"), slug, [("alt.fr", "Un pont"), ("alt.nl", "Een brug")], files: [(field, name, content)]);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(name, answer.ErrorAt(field)!, StringComparison.Ordinal);
        Assert.Equal("Un pont", answer.Html.QuerySelector("[name='alt.fr']")!.GetAttribute("value"));
        Assert.Empty((await _scene.Load(slug)).Proofs);
    }

    [Theory]
    [InlineData("fr", "Une preuve est un document, une photo ou une adresse publique.")]
    [InlineData("nl", "Een bewijs is een document, een foto of een openbaar adres.")]
    public async Task A_proof_that_shows_nothing_is_refused_in_the_readers_language(string language, string message)
    {
        var slug = await _scene.Begin();
        var answer = await ProjectScene.Send(await platform.As("colead-civil"), slug, [], language: language);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(message, answer.ErrorAt("file")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost/plan")]
    [InlineData("https://192.168.1.4/plan")]
    [InlineData("https://[::1]/plan")]
    [InlineData("https://serveur.intranet/plan")]
    [InlineData("https://intranet/plan")]
    [InlineData("https://moi:secret@exemple.eu/plan")]
    [InlineData("file:///C:/plan.pdf")]
    [InlineData("javascript:alert(1)")]
    [InlineData("exemple.eu/plan")]
    public async Task An_address_that_not_everybody_can_open_is_no_evidence(string address)
    {
        var slug = await _scene.Begin();
        var answer = await ProjectScene.Send(await platform.As("colead-civil"), slug, [("address", address)]);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("que tout le monde peut ouvrir", answer.ErrorAt("address")!, StringComparison.Ordinal);
        Assert.Equal(address, answer.Html.QuerySelector("[name=address]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_photo_needs_words_in_both_languages_and_survives_the_refusal()
    {
        var slug = await _scene.Begin();
        var lead = await platform.As("colead-civil");
        var refused = await ProjectScene.Send(lead, slug, [], language: "nl", files: [("photo", "pont.png", ProjectScene.Png)]);
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Zeg in woorden wat de foto toont.", refused.ErrorAt("alt.nl")!, StringComparison.Ordinal);
        var half = await lead.Submit(refused, null, ("alt.source", "nl"), ("alt.nl", "Een brug"));
        Assert.NotNull(half.ErrorAt("alt.fr"));
        Assert.Equal(303, (int)(await lead.Submit(half, null, ("alt.fr", "Un pont"))).Status);
        var proof = (await _scene.Load(slug)).Proofs.Single();
        Assert.NotNull(proof.PhotoId);
        Assert.False(await platform.Db(db => db.Set<StagedFile>().AnyAsync(s => s.FileId == proof.PhotoId)));
    }

    [Theory]
    [InlineData("2021-01-28", "Cette date est dans l’avenir.")]
    [InlineData("hier", "")]
    public async Task A_date_to_come_or_no_date_is_refused_at_its_field(string on, string message)
    {
        var slug = await _scene.Begin();
        var answer = await ProjectScene.Send(await platform.As("colead-civil"), slug, [("address", "https://exemple.eu"), ("on", on)]);
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(message, answer.ErrorAt("on")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_which_the_people_of_the_project_read()
    {
        var slug = await _scene.Begin();
        var proof = await _scene.Offer(slug);
        var coordinator = await platform.As("coordinator");
        var page = $"/nl/desk/projects/{slug}/proofs/{proof}";
        Assert.NotNull((await coordinator.Fill(page)).ErrorAt("decision"));
        var silent = await coordinator.Fill(page, ("decision", "Refuse"));
        Assert.Equal(422, (int)silent.Status);
        Assert.Contains("Zeg waarom het bewijs geweigerd wordt.", silent.ErrorAt("reason.nl")!, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Submit(silent, null, ("decision", "Refuse"), ("reason.nl", "De brug is niet te zien."), ("reason.fr", "On ne voit pas le pont."))).Status);
        Assert.Contains("On ne voit pas le pont.", (await (await platform.As("colead-elected")).Get($"/fr/desk/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("On ne voit pas le pont.", (await platform.Visitor().Get($"/fr/projects/{slug}")).Main, StringComparison.Ordinal);
        Assert.False((await _scene.Load(slug)).Proofs.Single().IsAccepted);
    }

    [Fact]
    public async Task A_proof_whose_file_is_gone_is_not_accepted()
    {
        var slug = await _scene.Begin();
        await ProjectScene.Send(await platform.As("colead-civil"), slug, [], files: [("file", "plan.pdf", NewsSteps.Pdf)]);
        var proof = (await _scene.Load(slug)).Proofs.Single();
        Lose(proof.FileId!.Value);
        var answer = await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/proofs/{proof.Id}", ("decision", "Accept"));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains("n’est plus là", answer.ErrorAt("decision")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_proof_takes_its_file_along_and_only_its_author_or_the_coordinator_withdraws_it()
    {
        var slug = await _scene.Begin();
        var author = await platform.As("colead-civil");
        await ProjectScene.Send(author, slug, [], files: [("file", "plan.pdf", NewsSteps.Pdf)]);
        var proof = (await _scene.Load(slug)).Proofs.Single();
        var page = $"/fr/desk/projects/{slug}/proofs/{proof.Id}/withdraw";
        Assert.Equal(403, (int)(await (await platform.As("colead-elected")).Post(page)).Status);
        Assert.Equal(303, (int)(await author.Fill(page)).Status);
        Assert.Empty((await _scene.Load(slug)).Proofs);
        Assert.False(await platform.Db(db => db.Set<StoredFile>().AnyAsync(f => f.Id == proof.FileId)));
        Assert.Empty(Directory.GetFiles(platform.DataFolder, proof.FileId!.Value.ToString("N"), SearchOption.AllDirectories));

        var accepted = await _scene.Offer(slug, "colead-civil");
        await _scene.Judge(slug, accepted);
        Assert.Equal(403, (int)(await author.Get($"/fr/desk/projects/{slug}/proofs/{accepted}/withdraw")).Status);
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/proofs/{accepted}/withdraw")).Status);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_proof_and_strangers_offer_none()
    {
        var slug = await _scene.Begin();
        var (lead, once) = (await platform.As("colead-elected"), Guid.CreateVersion7().ToString());
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(303, (int)(await ProjectScene.Send(lead, slug, [("once", once), ("address", "https://exemple.eu")])).Status);
        }

        Assert.Single((await _scene.Load(slug)).Proofs);
        Assert.Equal(403, (int)(await ProjectScene.Send(await platform.As("citizen"), slug, [("address", "https://exemple.eu")])).Status);
        Assert.Equal(403, (int)(await ProjectScene.Send(await platform.As("coordinator2"), slug, [("address", "https://exemple.eu")])).Status);
        Assert.Equal(403, (int)(await lead.Get($"/fr/desk/projects/{slug}/proofs/{(await _scene.Load(slug)).Proofs.Single().Id}")).Status);
    }

    private void Lose(Guid file) => File.Delete(Directory.GetFiles(platform.DataFolder, file.ToString("N"), SearchOption.AllDirectories).Single());
}
