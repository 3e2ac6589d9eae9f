using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Tasks;
using Passerelle.Tasks.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Tasks;

public sealed class TasksTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly DateOnly Day = new(2021, 2, 3);

    [Fact]
    public async Task Asked_twice_under_one_key_there_is_one_task_even_after_it_was_done()
    {
        var owner = await Person("coordinator");
        await Ask(owner, "once/1", "Relire");
        await Ask(owner, "once/1", "Relire encore");
        Assert.Equal(1, await Count("once/1"));
        await platform.Scope(async s =>
        {
            await s.GetRequiredService<TaskDesk>().Settle("once/1", Now);
            return true;
        });
        await Ask(owner, "once/1", "Relire");
        Assert.Equal(1, await Count("once/1"));
        Assert.DoesNotContain(await Open(owner), t => t.Title.SourceValue == "Relire");
    }

    [Fact]
    public async Task Its_owner_sees_it_on_the_page_of_tasks_and_says_that_it_is_done()
    {
        var owner = await Person("translator");
        var id = await Ask(owner, "done/1", "Traduire l’invitation", Day);
        var translator = await platform.As("translator");
        var page = await translator.Get("/fr/desk/tasks");
        Assert.Contains("Traduire l’invitation", page.Main, StringComparison.Ordinal);
        var answer = await translator.Submit(page, $"form[action='/fr/desk/tasks/{id}/done']");
        Assert.Equal("/fr/desk/tasks", answer.Location);
        Assert.Empty(await Open(owner));
        Assert.Contains("Faites récemment", (await translator.Get("/fr/desk/tasks")).Main, StringComparison.Ordinal);

        // A second sending changes nothing.
        Assert.Equal("/fr/desk/tasks", (await translator.Post($"/fr/desk/tasks/{id}/done")).Location);
        Assert.Equal(1, await platform.Db(db => db.Events.CountAsync(e => e.SubjectId == id && e.Name == "task.done")));
    }

    [Fact]
    public async Task Nobody_else_may_say_so_and_an_unknown_task_is_not_found()
    {
        var owner = await Person("proofreader");
        var id = await Ask(owner, "others/1", "Relire le compte rendu");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await platform.As("director")).Post($"/fr/desk/tasks/{id}/done")).Status);
        Assert.StartsWith("/nl/sign-in", (await platform.Visitor().Post($"/nl/desk/tasks/{id}/done")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await platform.As("director")).Post($"/fr/desk/tasks/{Guid.NewGuid()}/done")).Status);
        Assert.Single(await Open(owner));
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_the_undated_last()
    {
        var owner = await Person("moderator");
        await Ask(owner, "order/1", "sans date");
        await Ask(owner, "order/2", "plus tard", Day.AddDays(9));
        await Ask(owner, "order/3", "tôt", Day);
        Assert.Equal(["tôt", "plus tard", "sans date"], (await Open(owner)).Select(t => t.Title.SourceValue));
    }

    [Fact]
    public async Task At_seven_one_mail_a_day_lists_what_is_due_in_the_persons_language_and_nothing_else()
    {
        var id = await Person("communication");
        var person = (await platform.Scope(s => s.GetRequiredService<People>().Cards([id])))[id];
        await Ask(person.Id, "mail/1", "Faire A", Day);
        await Ask(person.Id, "mail/2", "Faire B", Day.AddDays(-1));
        await Ask(person.Id, "mail/3", "Faire C", Day.AddDays(5));
        await Ask(person.Id, "mail/4", "Faire D");
        var before = (await platform.MailsTo(person.Email)).Count;

        await platform.MoveTo(At(Day.AddDays(-2), 23));
        await platform.MoveTo(At(Day, 6));
        var first = (await platform.MailsTo(person.Email)).Skip(before).ToList();
        Assert.Single(first); // B was due the day before
        await platform.MoveTo(At(Day, 8));
        await platform.MoveTo(At(Day, 20));
        var mails = (await platform.MailsTo(person.Email)).Skip(before + 1).ToList();
        var mail = Assert.Single(mails);
        Assert.Equal(person.Language, mail.Language);
        Assert.Equal(person.Language == "nl" ? "2 taken wachten vandaag op u" : "2 tâches vous attendent aujourd’hui", mail.Subject);
        Assert.Contains("Faire A", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Faire B", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Faire C", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Faire D", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/{person.Language}/desk/tasks", mail.Html, StringComparison.Ordinal);
    }

    private Act Now => Act.BySystem(platform.Clock.Now);

    private DateTimeOffset At(DateOnly day, int hour) => platform.Clock.At(day, new TimeOnly(hour, 30));

    private Task<Guid> Person(string demoKey) =>
        platform.Db(db => db.Set<Passerelle.Accounts.Person>().Where(p => p.DemoKey == demoKey).Select(p => p.Id).SingleAsync());

    private async Task<Guid> Ask(Guid owner, string key, string title, DateOnly? due = null)
    {
        await platform.Scope(async s =>
        {
            await s.GetRequiredService<TaskDesk>().Ask(owner, key, LocalizedText.Of("fr", ("fr", title), ("nl", title)), "/programme", due, Now);
            return true;
        });
        return await platform.Db(db => db.Set<ToDo>().Where(t => t.Key == key).Select(t => t.Id).SingleAsync());
    }

    private Task<int> Count(string key) => platform.Db(db => db.Set<ToDo>().CountAsync(t => t.Key == key));

    private Task<IReadOnlyList<TaskCard>> Open(Guid owner) => platform.Scope(s => s.GetRequiredService<TaskDesk>().OpenOf(owner));
}
