using System.Net;
using System.Text;
using MiniExcelLibs;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>A small limit for files, so that a large one is quickly made.</summary>
public sealed class SmallUploads : TestPlatform
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["UploadLimitMegabytes"] = "1" };
}

public sealed class InvitationListTests(SmallUploads platform) : IClassFixture<SmallUploads>
{
    private readonly MembersScene _scene = new(platform);

    [Theory]
    [InlineData("adresse;nom;collège;organisation;langue\r\n{0};Zoë Œuvrard;Société civile organisée;Rives & Cie;fr\r\n{1};;burgers;;nl\r\n", "utf-8")]
    [InlineData("\ufeffE-mailadres,Naam,Geleding,Organisatie,Taal\n{0},Zoë Œuvrard,georganiseerd middenveld,\"Rives & Cie\",Frans\n\n{1},,Citizen,,Nederlands\n", "utf-8")]
    [InlineData("college\tlanguage\te-mail\torganisation\tname\nCivilSociety\tfr\t{0}\tRives & Cie\tZoë Œuvrard\ncitoyen\tnl\t{1}\t\t\n", "utf-8")]
    [InlineData("adresse;nom;collège;organisation;langue\r\n{0};Zoë Œuvrard;société civile;Rives & Cie;français\r\n{1};;citoyenne;;néerlandais\r\n", "windows-1252")]
    public async Task A_list_as_offices_save_it_is_read_and_sent_whole(string text, string encoding)
    {
        var slug = await _scene.Group();
        var (one, two) = (Address(), Address());
        var coordinator = await platform.As("coordinator");
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, one, two);
        var preview = await Upload(coordinator, slug, (encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!).GetBytes(written));
        Assert.True(preview.Status == HttpStatusCode.OK, preview.Main);
        Assert.Empty(await _scene.Invitations(slug));

        var sent = await coordinator.Submit(preview, "main form");
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var invitations = (await _scene.Invitations(slug)).OrderBy(i => i.College).ToList();
        Assert.Equal([(one, College.CivilSociety, "Rives & Cie", "fr", "Zoë Œuvrard"), (two, College.Citizen, null, "nl", "")],
            invitations.Select(i => (i.Email, i.College, i.Organisation, i.Language, i.Name)));
        await platform.Deliver();
        Assert.Single(await platform.MailsTo(one));
        Assert.Equal("nl", Assert.Single(await platform.MailsTo(two)).Language);
    }

    [Fact]
    public async Task An_Excel_list_is_read_like_the_others_whatever_its_name()
    {
        var slug = await _scene.Group();
        var email = Address();
        using var book = new MemoryStream();
        book.SaveAs(new[] { new Dictionary<string, object> { ["Adresse"] = email, ["Collège"] = "Techniciens", ["Organisation"] = "Leiedal", ["Langue"] = "nl" } });
        var coordinator = await platform.As("coordinator");
        var preview = await Upload(coordinator, slug, book.ToArray(), "../../liste.txt");
        Assert.True(preview.Status == HttpStatusCode.OK, preview.Main);
        await coordinator.Submit(preview, "main form");
        Assert.Equal((email, College.Technician, "Leiedal"), (await _scene.Invitations(slug)).Select(i => (i.Email, i.College, i.Organisation)).Single());
    }

    [Fact]
    public async Task Each_refused_row_is_shown_with_its_number_and_reasons_and_nothing_can_be_sent()
    {
        var slug = await _scene.Group();
        var (member, request) = await _scene.Asker(slug);
        var coordinator = await platform.As("coordinator");
        await coordinator.Post($"/fr/desk/groups/{slug}/requests/{request.Id}", ("decision", "admit"));
        var invited = Address();
        await _scene.Invited(slug, invited);
        var good = Address();
        string[] rows =
        [
            "adresse;collège;organisation;langue;nom",
            $"{good};citoyens;;fr;",
            "pas-une-adresse;citoyens;;fr;",
            $"{Address()};maires;;fr;",
            $"{Address()};;;fr;",
            $"{Address()};techniciens;;fr;",
            $"{Address()};société civile organisée; ;nl;",
            $"{good.ToUpperInvariant()};citoyens;;fr;",
            $"{member.Email};citoyens;;fr;",
            $"{invited};citoyens;;fr;",
            $"{Address()};citoyens;;klingon;",
            $"{Address()};citoyens;;fr;{new string('x', 201)}",
        ];
        var preview = await Upload(coordinator, slug, Encoding.UTF8.GetBytes(string.Join('\n', rows)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.Status);
        var reasons = preview.Html.QuerySelectorAll("tbody tr").ToDictionary(r => int.Parse(r.QuerySelector("td")!.TextContent), r => string.Concat(r.QuerySelectorAll(".error").Select(e => e.TextContent.Trim())));
        var expected = new Dictionary<int, string>
        {
            [2] = "",
            [3] = "L’adresse n’est pas valable.",
            [4] = "Collège inconnu",
            [5] = "Le collège manque.",
            [6] = "L’organisation manque",
            [7] = "L’organisation manque",
            [8] = "figure déjà plus haut",
            [9] = "déjà membre",
            [10] = "déjà invitée",
            [11] = "Langue inconnue",
            [12] = "200 signes au plus",
        };
        Assert.Equal(expected.Keys, reasons.Keys.Order());
        Assert.All(expected, e => Assert.True(e.Value.Length == 0 ? reasons[e.Key].Length == 0 : reasons[e.Key].Contains(e.Value, StringComparison.Ordinal), $"{e.Key}: {reasons[e.Key]}"));
        Assert.Null(preview.Html.QuerySelector("main form[action$='/send']"));
        Assert.Single(await _scene.Invitations(slug));
    }

    [Fact]
    public async Task What_comes_back_with_the_preview_is_judged_again_and_refused_whole()
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var forged = $$"""[{"Number":2,"Email":"{{Address()}}","Name":"","College":"Citizen","Organisation":"","Language":"fr"},{"Number":3,"Email":"non","College":"Citizen"}]""";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Post($"/fr/desk/groups/{slug}/invite/list/send", ("rows", forged))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await coordinator.Post($"/fr/desk/groups/{slug}/invite/list/send", ("rows", "{"))).Status);
        Assert.Empty(await _scene.Invitations(slug));
    }

    [Fact]
    public async Task A_list_sent_twice_is_sent_once()
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var email = Address();
        var preview = await Upload(coordinator, slug, Encoding.UTF8.GetBytes($"adresse;collège\n{email};citoyens\n"));
        var answers = await Task.WhenAll(coordinator.Submit(preview, "main form"), coordinator.Submit(preview, "main form"));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        await platform.Deliver();
        Assert.Single(await platform.MailsTo(email));
    }

    [Theory]
    [InlineData("", "vide")]
    [InlineData("adresse;collège\n", "personne")]
    [InlineData("\n\n", "personne")]
    [InlineData("a@example.eu;citoyens\n", "colonnes")]
    [InlineData("adresse;nom\na@example.eu;Zoé\n", "colonnes")]
    [InlineData("%PDF-1.7 …", "liste lisible")]
    [InlineData("<html><body>adresse;collège</body></html>", "liste lisible")]
    [InlineData("PK\u0003\u0004broken", "liste lisible")]
    public async Task A_file_that_is_no_list_is_refused_by_what_it_contains(string content, string why)
    {
        var slug = await _scene.Group();
        var answer = await Upload(await platform.As("coordinator"), slug, Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(why, answer.ErrorAt("list"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_missing_or_has_too_many_rows_is_refused()
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var large = await Upload(coordinator, slug, Encoding.UTF8.GetBytes(new string('a', 1_100_000)), "../../../etc/passwd.csv");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, large.Status);
        Assert.Contains("passwd.csv", large.ErrorAt("list"));
        Assert.DoesNotContain("..", large.ErrorAt("list"));
        Assert.NotNull((await coordinator.Post($"/fr/desk/groups/{slug}/invite/list", ("other", "1"))).ErrorAt("list"));
        var many = "adresse;collège\n" + string.Concat(Enumerable.Range(0, InvitationList.MostRows + 1).Select(i => $"p{i}@example.eu;citoyens\n"));
        Assert.Contains("500", (await Upload(coordinator, slug, Encoding.UTF8.GetBytes(many))).ErrorAt("list"));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task The_model_that_is_offered_is_itself_a_good_list(string language)
    {
        var slug = await _scene.Group();
        var coordinator = await platform.As("coordinator");
        var model = await coordinator.Get($"/{language}/desk/groups/{slug}/invite/model.csv");
        var preview = await Upload(coordinator, slug, model.Bytes, language: language);
        Assert.True(preview.Status == HttpStatusCode.OK, preview.Main);
        Assert.Equal(2, preview.Html.QuerySelectorAll("tbody tr").Length);
    }

    private static Task<Answer> Upload(Guest guest, string slug, byte[] bytes, string name = "liste.csv", string language = "fr")
    {
        var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "list", name } };
        return guest.Send($"/{language}/desk/groups/{slug}/invite/list", content);
    }

    private static string Address() => $"{Guid.NewGuid():N}@example.eu";
}
