using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Platform.Localization;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

/// <summary>Somebody who did much here erases the account: then no table knows the name or the address any more.</summary>
public sealed class ErasureTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly MembersScene _scene = new(platform);

    [Fact]
    public async Task After_erasing_no_column_of_any_table_holds_the_name_the_address_or_the_organisation()
    {
        var (guest, email) = (platform.Visitor(), AccountSteps.NewAddress());
        await guest.Post("/fr/register", ("given", "Zoltánette"), ("family", "Quidevrillart"), ("email", email), ("language", "fr"), ("side", ""), ("commune", ""), ("organisation", "Atelier Xylandrin"), ("charter", "true"));
        await guest.Post(await platform.LinkTo(email));
        var id = await platform.Db(db => db.Set<Passerelle.Accounts.Person>().Where(p => p.Email == email).Select(p => p.Id).SingleAsync());
        var (slug, closed) = (await _scene.Group(), await _scene.Group());
        foreach (var group in new[] { slug, closed })
        {
            var asked = await guest.Fill($"/fr/groups/{group}/join", ("college", "CivilSociety"), ("organisation", "Atelier Xylandrin"), ("word", "Je suis Zoltánette Quidevrillart."), ("charter", "true"));
            Assert.True((int)asked.Status == 303, asked.Main);
        }

        var coordinator = await platform.As("coordinator");
        await Answer(coordinator, slug, id, "admit");
        await Answer(coordinator, closed, id, "decline", ("reason", "Madame Quidevrillart est déjà ailleurs."));
        Assert.Equal(303, (int)(await coordinator.Post($"/fr/desk/groups/{slug}/pair", ("person", id.ToString()))).Status);
        await platform.Deliver();
        var director = await platform.As("director");
        Assert.Contains("Quidevrillart", (await director.Get("/fr/desk/tasks")).Main, StringComparison.Ordinal);
        string[] traces = ["Zoltánette", "Quidevrillart", "Xylandrin", email];
        Assert.NotEmpty(await Found(traces));

        Assert.Equal(303, (int)(await guest.Post("/fr/me/erase", ("sure", "true"))).Status);
        await platform.Deliver();
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.Equal([], await Found(traces));
        Assert.DoesNotContain("Quidevrillart", (await director.Get("/fr/desk/tasks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_of_the_demonstration_who_erased_the_account_has_no_button_any_more()
    {
        var person = await platform.As("member-technician");
        Assert.Equal(303, (int)(await person.Post("/fr/me/erase", ("sure", "true"))).Status);
        var page = await platform.Visitor().Get("/fr/sign-in");
        Assert.NotNull(page.Html.QuerySelector("button[name=person][value=citizen]"));
        Assert.Null(page.Html.QuerySelector("button[name=person][value=member-technician]"));
    }

    private async Task Answer(Guest coordinator, string slug, Guid person, string act, params (string, string?)[] fields)
    {
        var request = (await _scene.Load(slug)).Requests.Single(r => r.PersonId == person);
        var answer = await coordinator.Post($"/fr/desk/groups/{slug}/requests/{request.Id}", [("decision", act), .. fields]);
        Assert.True((int)answer.Status == 303, answer.Main);
    }

    /// <summary>Table, column and value wherever one of these words stands, accents and case ignored.</summary>
    private Task<List<string>> Found(string[] words) => platform.Db(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        List<string> found = [];
        var folded = words.Select(Fold.Of).Concat(words.Select(w => w.ToLowerInvariant())).Distinct().ToList();
        foreach (var table in await Column(connection, TestDatabase.IsPostgres
            ? "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'" : "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var text = reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(i).ToString()!;
                    if (folded.Exists(w => text.Contains(w, StringComparison.OrdinalIgnoreCase) || Fold.Of(text).Contains(w, StringComparison.Ordinal)))
                    {
                        found.Add($"{table}.{reader.GetName(i)}: {(text.Length > 200 ? text[..200] : text)}");
                    }
                }
            }
        }

        return found;
    });

    private static async Task<List<string>> Column(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
