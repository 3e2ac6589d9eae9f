using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Files;
using Passerelle.Recruitment;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Many come at the end: each is received once, under a number of its own.</summary>
public sealed class RushTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private const int Candidates = 300;
    private const int AtOnce = 16;

    [Fact]
    public async Task Three_hundred_who_send_in_the_last_ten_minutes_are_each_received_once_under_a_number_of_their_own()
    {
        var from = Candidate.Deadline.AddMinutes(-10);
        await platform.MoveTo(from);
        var links = await Drafts(from.AddHours(-1));
        var answers = new HttpStatusCode[Candidates];
        await Parallel.ForEachAsync(Enumerable.Range(0, Candidates), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            platform.Clock.Set(from.AddSeconds(i * 1.9)); // the last at half past 11:59
            answers[i] = (await platform.Visitor().Post($"/fr/applications/{links[i]}/send", ("missions", "true"), ("privacy", "true"), ("missions-read", "1"))).Status;
        });

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a));
        var sent = await platform.Db(db => db.Set<Application>().AsNoTracking().Where(a => a.State == ApplicationState.Sent).ToListAsync());
        Assert.Equal(Enumerable.Range(1, Candidates), sent.Select(a => a.Number!.Value).Order());
        Assert.All(sent, a => Assert.InRange(a.SentAt!.Value, from, Candidate.Deadline));
        var mails = await platform.Db(db => db.Set<QueuedMail>().AsNoTracking().Where(m => m.About != null).Select(m => new { m.Id, m.To, m.About, m.Subject }).ToListAsync());
        var receipts = mails.Where(m => m.Subject.StartsWith("Accusé de réception", StringComparison.Ordinal)).ToList();
        Assert.Equal(sent.Select(a => a.Email).Order(StringComparer.Ordinal), receipts.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(sent, a => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"n° {a.Number}"), receipts.Single(m => m.About == a.Id).Subject.Replace('\u00A0', ' '), StringComparison.Ordinal));
        Assert.Equal(sent.Select(a => a.CopyMail!.Value).Order(), mails.Where(m => m.To == "helene.warlopin@demo.passerelle.example").Select(m => m.Id).Order());
    }

    /// <summary>All that must be there before each can be sent, by the same acts as any other, in one go. Returns their links.</summary>
    private Task<List<string>> Drafts(DateTimeOffset at) => platform.Scope(async services =>
    {
        var (db, vault) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Vault>());
        var vacancy = (await db.Vacancy(Candidate.Vacancy))!;
        List<string> links = [];
        for (var i = 0; i < Candidates; i++)
        {
            var (name, email) = ($"Candidate {i}", $"rush-{i}@candidats.example");
            var application = Application.Begin(Guid.CreateVersion7(), vacancy.Id, name, email, People.KeyOf(email), "fr", at);
            application.Tell(new(name, "fr", Regime.F, false, [], false), vacancy, at);
            foreach (var (slot, languages) in new (DocumentSlot, string[])[] { (DocumentSlot.Cv, []), (DocumentSlot.Letter, ["fr"]), (DocumentSlot.Letter, ["nl"]) })
            {
                var bytes = SmallPdf.Of($"{name} {slot} {string.Join('-', languages)}");
                var document = new ApplicationDocument(application.Id, slot, languages, "document.pdf", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), 1, [""], true, at);
                await vault.Put(document.Bytes, bytes);
                application.Put(document, vacancy, at);
            }

            links.Add(application.NewLink(at, proves: true));
            db.Add(application);
        }

        await db.SaveChangesAsync();
        return links;
    });
}
