using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

/// <summary>Whoever has not accepted the version in force reads, looks after their account, and accepts before they act.</summary>
public sealed class CharterGateTests(TestPlatform platform) : IClassFixture<TestPlatform>, IAsyncLifetime
{
    /// <summary>Publishes a version that nobody has accepted.</summary>
    public async ValueTask InitializeAsync() => await platform.Db(async db =>
    {
        var number = await db.Set<CharterVersion>().MaxAsync(c => c.Number) + 1;
        db.Add(new CharterVersion(number, LocalizedText.Of("fr", ("fr", $"# Charte\n\nVersion {number}."), ("nl", $"# Charter\n\nVersie {number}.")), platform.Clock.Today, Act.BySystem(platform.Clock.Now)));
        await db.SaveChangesAsync();
        return number;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("citizen", "/me")]
    [InlineData("coordinator", "/desk")]
    [InlineData("coordinator", "/desk/groups/new?theme=D3")]
    [InlineData("member-citizen", "/groups/parc-bleu/area")]
    [InlineData("director", "/people")]
    public async Task A_page_to_act_on_leads_to_the_charter_and_from_there_on(string person, string path)
    {
        var guest = await platform.As(person);
        var sent = await guest.Get("/nl" + path);
        Assert.Equal("/nl/charter?return=" + Uri.EscapeDataString(path), sent.Location);
        var accepted = await guest.Submit(await guest.Follow(sent), "main form", ("charter.accept", "true"));
        Assert.Equal("/nl" + path, accepted.Location);
        Assert.Equal(200, (int)(await guest.Follow(accepted)).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/groups")]
    [InlineData("/groups/parc-bleu")]
    [InlineData("/groups/parc-bleu/history")]
    [InlineData("/groups/parc-bleu/join")]
    [InlineData("/programme")]
    [InlineData("/territory")]
    [InlineData("/contact")]
    [InlineData("/charter")]
    [InlineData("/sign-in")]
    [InlineData("/me/data")]
    [InlineData("/me/erase")]
    [InlineData("/me/history")]
    [InlineData("/me/security")]
    [InlineData("/me/data/download")]
    [InlineData("/groups/parc-bleu/leave", "member-citizen")]
    public async Task What_is_public_and_ones_own_data_stay_open(string path, string? person = null)
    {
        var guest = person is null ? (await platform.Registered("nl")).Guest : await platform.As(person);
        await InitializeAsync();
        Assert.Equal(200, (int)(await guest.Get("/nl" + path)).Status);
    }

    [Fact]
    public async Task Nobody_accepts_a_charter_to_leave_a_group_or_not_to_follow_it()
    {
        var member = await platform.As("member-technician");
        Assert.Equal("/nl/groups/parc-bleu", (await member.Post("/nl/groups/parc-bleu/follow", ("stay", "no"))).Location);
        Assert.Equal("/nl/groups/parc-bleu", (await member.Post("/nl/groups/parc-bleu/leave")).Location);
        Assert.DoesNotContain((await platform.Group("parc-bleu")).Present, m => m.PersonId == PackPeople.IdOf("quentin-dhalluyn-roche"));
    }

    [Fact]
    public async Task A_public_page_says_that_there_is_a_new_version() =>
        Assert.NotNull((await (await platform.As("citizen")).Get("/nl/groups")).Html.QuerySelector(".banner.attention a[href*='/nl/charter?return=']"));

    [Fact]
    public async Task Whoever_does_not_want_the_charter_signs_out_or_goes()
    {
        var (guest, email) = await platform.Registered();
        await InitializeAsync();
        Assert.Equal("/fr", (await guest.Post("/fr/me/erase", ("sure", "true"))).Location);
        Assert.False(await platform.Db(db => db.Set<Person>().AnyAsync(p => p.Email == email)));
        var (other, _) = await platform.Registered();
        await InitializeAsync();
        Assert.Equal("/fr", (await other.Post("/fr/sign-out")).Location);
        Assert.False(await other.IsSignedIn());
    }

    [Fact]
    public async Task A_form_that_was_being_filled_in_is_not_lost_and_goes_on_after_the_yes()
    {
        var (guest, email) = await platform.Registered("nl");
        var page = await guest.Get("/nl/me");
        await InitializeAsync();

        var asked = await guest.Submit(page, null, ("organisation", "Fietsersbond & \"vrienden\""));
        Assert.Equal(422, (int)asked.Status);
        Assert.Contains("is niet verloren", asked.Main, StringComparison.Ordinal);
        Assert.Null(asked.ErrorAt("charter.accept"));
        Assert.Null(await Organisation(email));
        var unticked = await guest.Submit(asked, "main form", ("charter.accept", null));
        Assert.NotNull(unticked.ErrorAt("charter.accept"));
        Assert.Null(await Organisation(email));

        var saved = await guest.Submit(unticked, "main form", ("charter.accept", "true"));
        Assert.Equal("/nl/me", saved.Location);
        Assert.Equal("Fietsersbond & \"vrienden\"", await Organisation(email));
        Assert.Equal(200, (int)(await guest.Get("/nl/me")).Status);
    }

    [Fact]
    public async Task What_a_form_says_of_files_is_kept_and_they_are_asked_for_again()
    {
        var member = await platform.As("colead-elected");
        await member.AcceptCharter();
        var page = await member.Get("/fr/groups/parc-bleu/posts/new");
        await InitializeAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Nos trois sentiers"), "title.fr" },
            { new ByteArrayContent([1, 2, 3]), "files", "plan.pdf" },
        };
        var asked = await member.Send(page.Path, form);
        Assert.Contains("choisissez à nouveau vos fichiers", asked.Main, StringComparison.Ordinal);
        Assert.Equal("Nos trois sentiers", asked.Html.QuerySelector("main form input[name='title.fr']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_script_that_sends_no_form_is_refused()
    {
        var guest = await platform.As("citizen");
        await InitializeAsync();
        using var nothing = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(403, (int)(await guest.Send("/fr/me", nothing)).Status);
    }

    [Fact]
    public async Task Everybody_of_the_demonstration_has_accepted_the_version_of_the_pack() =>
        Assert.False(await platform.Db(db => db.Set<Person>().AnyAsync(p => p.DemoKey != null && !db.Set<CharterAcceptance>().Any(a => a.PersonId == p.Id && a.Number == db.Set<CharterVersion>().Min(c => c.Number)))));

    private Task<string?> Organisation(string email) => platform.Db(db => db.Set<Person>().Where(p => p.Email == email).Select(p => p.Organisation).SingleAsync());
}
