using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Candidates who sent whole applications, and the panel that judges them; without a PDF.</summary>
internal static class Applicants
{
    public const string Slug = "coordinateur-de-projets-2021";
    public const string List = $"/fr/desk/recruitment/{Slug}/applications";

    /// <summary>19 February 2021, noon in Brussels.</summary>
    public static readonly DateTimeOffset Deadline = new(2021, 2, 19, 11, 0, 0, TimeSpan.Zero);

    public static string At(int number, string path = "") => $"{List}/{number}{path}";

    public static async Task AfterTheDeadline(this TestPlatform platform)
    {
        if (platform.Clock.Now < Deadline.AddMinutes(10))
        {
            await platform.MoveTo(Deadline.AddMinutes(10));
        }
    }

    /// <summary>An application that arrived in time, by the same acts as any other. Returns its number.</summary>
    public static Task<int> Applies(this TestPlatform platform, string name = "Camille Dervaux", string? email = null, string cv = "Coordination de réseaux", bool reserve = false, int months = 72, string needs = "", bool proven = true, string what = "Coordination", string detected = "", string language = "fr") =>
        platform.Scope(async services =>
        {
            var (db, vault, at) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Vault>(), Deadline.AddHours(-2));
            var vacancy = await db.Vacancy(Slug) ?? throw new InvalidOperationException("No such vacancy");
            email ??= $"{Guid.NewGuid():N}@candidats.example";
            var application = Application.Begin(Guid.CreateVersion7(), vacancy.Id, name, email, People.KeyOf(email), language, at);
            db.Add(application);
            if (proven)
            {
                application.Prove(at);
            }

            application.Tell(new(name, language, Regime.F, false, ["master", "adherence", "attachment"], reserve), vacancy, at);
            application.Count([new() { From = new(2010, 1, 1), Until = new DateOnly(2010, 1, 1).AddMonths(months - 1), What = what }], vacancy, at);
            if (needs.Length > 0)
            {
                application.Need(needs, at);
            }

            await Put(DocumentSlot.Cv, [], cv, detected);
            await Put(DocumentSlot.Letter, ["fr"], "Je souhaite rejoindre l’agence.", "fr");
            await Put(DocumentSlot.Letter, ["nl"], "Ik wil graag bij het agentschap werken.", "nl");
            application.Send(vacancy, vacancy.Missions.Revision, at);
            await db.SaveChangesAsync();
            return application.Number!.Value;

            async Task Put(DocumentSlot slot, string[] languages, string text, string found)
            {
                var bytes = Encoding.UTF8.GetBytes($"%PDF {Guid.NewGuid()} {text}");
                var document = new ApplicationDocument(application.Id, slot, languages, $"{name}-{slot}.pdf", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), 1, [found], true, at);
                await vault.Put(document.Bytes, bytes);
                await vault.Put(document.Text, Encoding.UTF8.GetBytes(text));
                application.Put(document, vacancy, at);
            }
        });

    /// <summary>A decision that is simply there, where it is not what is tested: the acts that lead to it have tests of their own.</summary>
    public static Task Decided(this TestPlatform platform, Guid application, Outcome outcome) => platform.Db(async db =>
    {
        var decision = Decision.On(application);
        foreach (var (name, value) in new (string, object)[] { ("Outcome", outcome), ("OutcomeStage", SelectionStage.Interview), ("OutcomeReason", "Motif"), ("DecidedAt", platform.Clock.Now), ("DecidedBy", await platform.PersonOf("director")) })
        {
            typeof(Decision).GetProperty(name)!.SetValue(decision, value);
        }

        db.Add(decision);
        return await db.SaveChangesAsync();
    });

    /// <summary>Somebody more on the panel.</summary>
    public static async Task<Guest> Seat(this TestPlatform platform, string demoKey, string slug = Slug)
    {
        var person = await platform.PersonOf(demoKey);
        await platform.Db(async db =>
        {
            var vacancy = (await db.Vacancy(slug))!;
            if (!vacancy.IsJuror(person))
            {
                vacancy.SeatJuror(person, Act.BySystem(platform.Clock.Now));
            }

            return await db.SaveChangesAsync();
        });
        return await platform.As(demoKey);
    }

    public static Task<Guid> PersonOf(this TestPlatform platform, string demoKey) =>
        platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == demoKey).Select(p => p.Id).FirstAsync());

    public static Task<Application> Sent(this TestPlatform platform, int number) =>
        platform.Db(db => db.Set<Application>().AsNoTracking().Include(a => a.AllDocuments).FirstAsync(a => a.Number == number && db.Set<Vacancy>().Any(v => v.Id == a.VacancyId && v.Slug == Slug)));

    /// <summary>What was recorded about an application in its selection, in order.</summary>
    public static async Task<List<string>> Recorded(this TestPlatform platform, int number)
    {
        var id = (await platform.Sent(number)).Id;
        return await platform.Db(db => db.Events.Where(e => e.SubjectId == id && e.Name.StartsWith("selection.")).OrderBy(e => e.Number).Select(e => e.Name).ToListAsync());
    }

    /// <summary>Fills in the verdicts: all criteria are met, but for those that are named.</summary>
    public static async Task<Answer> Judges(this Guest juror, int number, bool final = true, params string[] not)
    {
        var page = await juror.Get(At(number, "/admissibility"));
        var codes = page.Html.QuerySelectorAll("input[type=radio][name^='meets.']").Select(i => i.GetAttribute("name")!["meets.".Length..]).Distinct().ToList();
        return await juror.Submit(page, null, [.. codes.SelectMany(c => new (string, string?)[] { ($"meets.{c}", not.Contains(c) ? "no" : "yes"), ($"reason.{c}", $"Motif {c}") }), ("final", final ? "true" : null)]);
    }

    /// <summary>Fills in the scorecard, with the same level throughout.</summary>
    public static async Task<Answer> Scores(this Guest juror, int number, int level, string note = "", bool final = true)
    {
        var page = await juror.Get(At(number, "/scorecard"));
        var fields = page.Html.QuerySelectorAll("input[type=radio][name^='level.']").Select(i => i.GetAttribute("name")!).Distinct().ToList();
        var notes = page.Html.QuerySelectorAll("textarea[name^='note.']").Select(i => i.GetAttribute("name")!).Take(1);
        return await juror.Submit(page, null, [.. fields.Select(f => (f, (string?)level.ToString(CultureInfo.InvariantCulture))), .. notes.Select(n => (n, (string?)note)), ("final", final ? "true" : null)]);
    }

    /// <summary>An application that two jurors found admissible.</summary>
    public static async Task<int> Admitted(this TestPlatform platform, Guest first, Guest second, string name = "Camille Dervaux", bool reserve = false)
    {
        var number = await platform.Applies(name, reserve: reserve);
        Assert.Equal(303, (int)(await first.Judges(number)).Status);
        Assert.Equal(303, (int)(await second.Judges(number)).Status);
        return number;
    }
}
