using System.Net;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>Each of the six changes of a group takes effect on a day that one names: today, or before when it is recorded late.</summary>
public sealed class EffectDateTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    // The story begins on 27 January 2021; groups of the scene were created on the 4th.
    private static readonly DateOnly Effect = new(2021, 1, 20);

    private static readonly (string, string?)[] Why = [("reason.source", "fr"), ("reason.fr", "Décidé au bureau."), ("reason.nl", "Beslist op het bureau.")];

    [Theory]
    [InlineData("rename")]
    [InlineData("merge")]
    [InlineData("split")]
    [InlineData("pause")]
    [InlineData("reopen")]
    [InlineData("close")]
    public async Task A_day_to_come_or_before_the_last_change_is_refused_at_its_field_and_nothing_happens(string change)
    {
        var (slug, into) = await Pair(change);
        var director = await platform.As("director");
        foreach (var (typed, says) in new[] { ("2021-01-28", "à venir"), ("2021-01-03", "4 janvier 2021"), ("", "à remplir"), ("31/02/2021", "date") })
        {
            var before = (await _scene.Load(slug)).Version;
            var answer = await Send(director, change, slug, into, typed);
            Assert.Equal((typed, HttpStatusCode.UnprocessableEntity), (typed, answer.Status));
            Assert.Contains(says, answer.ErrorAt("on"), StringComparison.Ordinal);
            Assert.Equal(typed, answer.Html.QuerySelector("[name=on]")!.GetAttribute("value"));
            Assert.Equal(before, (await _scene.Load(slug)).Version);
        }
    }

    [Theory]
    [InlineData("rename", "Le groupe a changé de nom")]
    [InlineData("merge", "Le groupe a été fusionné")]
    [InlineData("split", "Un nouveau groupe s’est détaché")]
    [InlineData("pause", "Le groupe a été mis en pause")]
    [InlineData("reopen", "Le groupe a repris")]
    [InlineData("close", "Le groupe a été abandonné")]
    public async Task Recorded_late_a_change_takes_effect_on_its_day_and_its_history_says_both_days_who_and_why(string change, string words)
    {
        var (slug, into) = await Pair(change);
        var director = await platform.As("director");
        var answer = await Send(director, change, slug, into, "2021-01-20");
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Main);

        var id = await platform.Db(db => db.Set<Group>().Where(g => g.Slug == slug || g.FormerSlugs.Any(f => f.Slug == slug)).Select(g => g.Id).SingleAsync());
        var group = await platform.Db(async db => (await db.Group(id))!);
        switch (change)
        {
            case "merge":
                Assert.Equal(Effect, group.ClosedOn);
                Assert.All(group.Members, m => Assert.Equal(Effect, m.Until));
                Assert.All((await _scene.Load(into)).Present, m => Assert.Equal(Effect, m.From));
                Assert.Equal(Effect, await platform.Db(db => db.Set<Lineage>().Where(l => l.From == id).Select(l => l.On).SingleAsync()));
                break;
            case "split":
                Assert.Equal(Effect, await platform.Db(db => db.Set<Lineage>().Where(l => l.From == id).Select(l => l.On).SingleAsync()));
                break;
            case "pause":
                Assert.Equal(Effect, group.PausedOn);
                break;
            case "reopen":
                Assert.Equal(Effect, group.Phases[^1].Since);
                break;
            case "close":
                Assert.Equal((Effect, Effect), (group.ClosedOn, group.Phases[^1].Since));
                break;
        }

        // A merged group's history stands on its successor's page, as another group's having joined it.
        var history = await platform.Visitor().Get($"/fr/groups/{(change == "merge" ? into : group.Slug)}/history");
        var line = history.Html.QuerySelectorAll(".timeline li").First(l => l.TextContent.Contains(change == "merge" ? "Un autre groupe a été fusionné" : words, StringComparison.Ordinal)).TextContent;
        Assert.Contains("27 janvier 2021, avec effet le 20 janvier 2021", line, StringComparison.Ordinal);
        Assert.Contains("Hélène Warlopin", line, StringComparison.Ordinal);
        if (change != "reopen")
        {
            Assert.Contains("Décidé au bureau.", line, StringComparison.Ordinal);
            Assert.Contains("Beslist op het bureau.", (await platform.Visitor().Get($"/nl/groups/{(change == "merge" ? into : group.Slug)}/history")).Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_merger_is_not_dated_before_a_member_came_since()
    {
        var (slug, into) = await Pair("merge", joined: new(2021, 1, 22));
        var director = await platform.As("director");
        var early = await Send(director, "merge", slug, into, "2021-01-20");
        Assert.Contains("22 janvier 2021", early.ErrorAt("on"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Send(director, "merge", slug, into, "2021-01-22")).Status);
        Assert.All((await platform.Db(db => db.Set<Membership>().AsNoTracking().Where(m => m.Until != null).ToListAsync())).Where(m => m.Until < m.From), m => Assert.Fail($"{m.PersonId} left before coming"));
    }

    [Fact]
    public async Task Members_are_told_of_the_new_name_and_of_the_day_of_effect_in_their_language()
    {
        var (slug, into) = await Pair("rename");
        var member = await platform.Card((await _scene.Load(slug)).Present.First().PersonId);
        await platform.Deliver();
        var before = (await platform.MailsTo(member.Email)).Count;
        await Send(await platform.As("director"), "rename", slug, into, "2021-01-20");
        await platform.Deliver();
        var mail = Assert.Single((await platform.MailsTo(member.Email)).Skip(before));
        Assert.Equal(member.Language, mail.Language);
        Assert.Contains(member.Language == "nl" ? "heet voortaan" : "s’appelle désormais", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(member.Language == "nl" ? "Ingangsdatum: 20 januari 2021" : "Date d’effet\u00a0: 20 janvier 2021", mail.Text, StringComparison.Ordinal);
        Assert.Contains(member.Language == "nl" ? "Beslist op het bureau." : "Décidé au bureau.", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>A group to change, with a member, and one to merge it into; closed before for a reopening.</summary>
    private async Task<(string Slug, string Into)> Pair(string change, DateOnly? joined = null)
    {
        var member = PackPeople.IdOf("annelies-roelbrechts");
        var codes = change == "split" ? new[] { $"X-{Guid.NewGuid():N}"[..12], $"Y-{Guid.NewGuid():N}"[..12] } : [];
        var slug = await _scene.Group((group, act) =>
        {
            group.Welcome(member, College.Citizen, null, hasMandate: false, joined ?? new(2021, 1, 4), act);
            if (codes.Length > 0)
            {
                group.Carry(codes, new Dictionary<string, string>(), new(2021, 1, 4), act);
            }

            if (change == "reopen")
            {
                group.Pause(Passerelle.Platform.Localization.LocalizedText.Of("fr", ("fr", "Pause.")), new(2021, 1, 4), act);
                group.Close(Phase.Abandoned, Passerelle.Platform.Localization.LocalizedText.Of("fr", ("fr", "Fin.")), new(2021, 1, 4), act);
            }
        });
        return (slug, await _scene.Group());
    }

    private async Task<Answer> Send(Guest director, string change, string slug, string into, string on)
    {
        var desk = $"/fr/desk/groups/{slug}";
        var actions = (await _scene.Load(slug)).PresentActions.ToList();
        return change switch
        {
            "rename" => await director.Fill($"{desk}/rename", [("on", on), ("name.source", "fr"), ("name.fr", $"Autre nom {slug[..10]}"), ("name.nl", $"Andere naam {slug[..10]}"), .. Why]),
            "merge" => await director.Fill($"{desk}/merge?into={into}", [("on", on), .. Why]),
            "split" => await director.Fill($"{desk}/split", [("on", on), ("name.source", "fr"), ("name.fr", $"Branche {slug[..10]}"), ("name.nl", $"Tak {slug[..10]}"), ("actions", actions[0]), .. Why]),
            "pause" => await director.Submit(await director.Get($"{desk}/life"), "form[action$='/life/pause']", [("on", on), .. Why]),
            "reopen" => await director.Submit(await director.Get($"{desk}/life"), "form[action$='/life/reopen']", ("on", on)),
            _ => await director.Fill($"{desk}/close", [("on", on), ("end", "Abandoned"), .. Why]),
        };
    }
}
