using Microsoft.EntityFrameworkCore;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

public sealed class SunsetTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const string Coordinator = "wouter.lannoyaert@demo.passerelle.example";
    private const string Director = "helene.warlopin@demo.passerelle.example";

    private static DateTimeOffset Noon(int month, int day) => new(2021, month, day, 12, 0, 0, TimeSpan.Zero);

    private async Task<int> Reminders(string address, string name, DateTimeOffset since = default)
    {
        await platform.Deliver();
        return (await platform.MailsTo(address)).Count(m => m.CreatedAt > since && m.Subject.Contains(name, StringComparison.Ordinal) && m.Html.Contains("/sunset", StringComparison.Ordinal) && !m.Subject.Contains("archiv", StringComparison.Ordinal) && !m.Subject.Contains("gearchiveerd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_last_day_is_reminded_fourteen_days_before_and_the_group_archived_on_the_day_after_unless_prolonged()
    {
        var names = await platform.Db(async db => (await db.Set<Group>().AsNoTracking().FirstAsync(g => g.Slug == "atelier-signaletique")).Name);
        var dutch = names.Read("nl").Value;
        await platform.MoveTo(Noon(9, 15));
        Assert.Equal(0, await Reminders(Coordinator, dutch));
        await platform.MoveTo(Noon(9, 16));
        Assert.Equal(1, await Reminders(Coordinator, dutch));
        Assert.Equal(1, await Reminders(Director, names.Read("fr").Value));
        await platform.MoveTo(Noon(9, 30));
        Assert.Equal(1, await Reminders(Coordinator, dutch));
        var visitor = platform.Visitor();
        Assert.DoesNotContain("archivé", (await visitor.Get("/fr/groups/atelier-signaletique")).Main, StringComparison.Ordinal);
        await platform.MoveTo(Noon(10, 1));
        Assert.Contains("archivé le 1", (await visitor.Get("/fr/groups/atelier-signaletique")).Main, StringComparison.Ordinal);
        await platform.Deliver();
        Assert.Contains(await platform.MailsTo(Coordinator), m => m.Subject.Contains("gearchiveerd", StringComparison.Ordinal));

        var page = await (await platform.As("coordinator2")).Fill("/nl/desk/groups/atelier-signaletique/sunset", ("sunset", "2021-12-15"));
        Assert.Equal("/nl/desk/groups/atelier-signaletique", page.Location);
        var group = await platform.Db(db => db.Set<Group>().AsNoTracking().FirstAsync(g => g.Slug == "atelier-signaletique"));
        Assert.Equal(Phase.Develop, group.Phase);
        var prolonged = platform.Clock.Now;
        await platform.MoveTo(Noon(11, 30));
        Assert.Equal(0, await Reminders(Coordinator, dutch, prolonged));
        await platform.MoveTo(Noon(12, 1));
        Assert.Equal(1, await Reminders(Coordinator, dutch, prolonged));
    }

    [Fact]
    public async Task A_last_day_in_the_past_is_refused_and_a_second_sending_changes_nothing()
    {
        var coordinator = await platform.As("coordinator2");
        const string address = "/nl/desk/groups/proximite-lys/sunset";
        var refused = await coordinator.Fill(address, ("sunset", "2020-01-01"));
        Assert.Equal(422, (int)refused.Status);
        Assert.NotNull(refused.ErrorAt("sunset"));
        var form = await coordinator.Get(address);
        Assert.Equal(303, (int)(await coordinator.Submit(form, "main form.form", ("sunset", "2023-06-30"))).Status);
        Assert.Equal(303, (int)(await coordinator.Submit(form, "main form.form", ("sunset", "2023-06-30"))).Status);
        Assert.Equal(409, (int)(await coordinator.Submit(form, "main form.form", ("sunset", "2023-07-01"))).Status);
        var id = await platform.Db(db => db.Set<Group>().Where(g => g.Slug == "proximite-lys").Select(g => g.Id).SingleAsync());
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == "group.prolonged")));
    }
}
