using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Tests.Host;
using Passerelle.Translation;

namespace Passerelle.Tests.Translation;

/// <summary>The order and the pages of the queue, compared with a plain sort of all that waits.</summary>
public sealed class QueueTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Theory]
    [InlineData(Whose.All, "director")]
    [InlineData(Whose.Nobodys, "director")]
    [InlineData(Whose.Mine, "director")]
    [InlineData(Whose.All, "translator")]
    [InlineData(Whose.Nobodys, "translator")]
    [InlineData(Whose.Mine, "translator")]
    public async Task Page_by_page_nothing_is_lost_or_comes_twice_and_near_days_come_first(Whose whose, string person)
    {
        await GiveSome();
        var (today, id) = (platform.Clock.Today, await platform.Person(person));
        var all = person == "director";
        var filter = new QueueFilter(null, null, null, whose, null, 1);
        var units = (await platform.Db(db => db.Set<TranslationUnit>().AsNoTracking().ToListAsync())).ToDictionary(u => u.Key);
        var rows = await platform.Db(db => db.TextIndex.AsNoTracking().Where(r => r.Waits && r.Readers != Readers.Apart).ToListAsync());
        var expected = rows.Select(r => (Row: r, Unit: units.GetValueOrDefault(new(r.Owner, r.OwnerId, r.Property, r.Language))))
            .Where(r => r.Row.Readers == Readers.Everyone || (r.Unit?.AskedAt is not null && (all || r.Unit.AssignedTo == id)))
            .Where(r => whose == Whose.All || r.Unit?.AssignedTo == (whose == Whose.Mine ? id : null))
            .ToDictionary(r => new TextKey(r.Row.Owner, r.Row.OwnerId, r.Row.Property, r.Row.Language), r => (r.Row.Readers, Wanted: r.Unit?.Due ?? (r.Row.WantedBy >= today ? r.Row.WantedBy : null), r.Row.SourceWords));
        Assert.NotEmpty(expected);

        List<QueueLine> found = [];
        for (var page = 1; ; page++)
        {
            var (lines, count, words) = await Read(person, filter with { Page = page }, 7);
            Assert.Equal((expected.Count, expected.Values.Sum(e => e.SourceWords)), (count, words));
            Assert.True(lines.Count == 7 || found.Count + lines.Count == count, $"page {page} has {lines.Count} lines");
            found.AddRange(lines);
            if (found.Count >= count)
            {
                break;
            }
        }

        Assert.Equal(expected.Keys.Select(k => k.Path).Order(StringComparer.Ordinal), found.Select(l => l.Key.Path).Order(StringComparer.Ordinal));
        var order = found.Select(l => (Inside: l.Readers != Readers.Everyone, Undated: l.Wanted is null, l.Wanted)).ToList();
        Assert.Equal(order.OrderBy(o => o.Inside).ThenBy(o => o.Undated).ThenBy(o => o.Wanted), order);
        Assert.All(found, l => Assert.Equal(expected[l.Key].Wanted, l.Wanted));
    }

    [Theory]
    [InlineData("director")]
    [InlineData("translator")]
    public async Task What_the_first_page_says_is_what_the_queue_holds(string person)
    {
        await GiveSome();
        var (mine, free) = await For(person);
        Assert.Equal(mine, (await Read(person, new(null, null, null, Whose.Mine, null, 1), 7)).Count);
        Assert.Equal(free, (await Read(person, new(null, null, null, Whose.Nobodys, null, 1), 7)).Count);
    }

    [Fact]
    public async Task A_text_that_somebody_corrects_after_its_second_reader_is_in_the_queue_until_it_is_handed_in()
    {
        const string slug = "qualite-de-l-air";
        await platform.Purpose(slug, "Un seul point.", "Een enkel punt.");
        var (path, translator) = (await platform.PathOf(slug), await platform.As("translator"));
        Assert.DoesNotContain(path, (await translator.Get("/fr/desk/translation?q=seul+point")).Text, StringComparison.Ordinal);
        await translator.Confirm(await translator.Get("/fr" + path), "Een enkel punt."); // as it was: nothing happens
        Assert.DoesNotContain(path, (await translator.Get("/fr/desk/translation?q=seul+point")).Text, StringComparison.Ordinal);

        var panel = (await translator.Get("/fr" + path)).Html.QuerySelector("form.panel")!;
        string Value(string name) => panel.QuerySelector($"[name={name}]")!.GetAttribute("value")!;
        var typed = await translator.Post(panel.GetAttribute("data-typed")!, ("revision", Value("revision")), ("version", Value("version")), ("target", "Slechts één punt."));
        Assert.True((int)typed.Status is 200 or 303, $"{typed.Status} {typed.Main}");
        var row = (await translator.Get("/fr/desk/translation?q=seul+point&step=translate")).Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"a[href$='{path}']") is not null);
        Assert.Contains("Corrigé, à remettre", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(path, (await translator.Get("/fr/desk/translation?q=seul+point&step=proofread")).Text, StringComparison.Ordinal);

        await translator.Confirm(await translator.Get("/fr" + path), "Slechts één punt.");
        Assert.Equal(303, (int)(await translator.Submit(await translator.Get("/fr" + path), "form[action$='/forward']")).Status);
        row = (await translator.Get("/fr/desk/translation?q=seul+point")).Html.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector($"a[href$='{path}']") is not null);
        Assert.Contains("À relire", row.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Texts of every kind get a day, a person, or both: before today, on a day that others have, far off; internal ones too.</summary>
    private Task<int> GiveSome() => platform.Db(async db =>
    {
        if (await db.Set<TranslationUnit>().CountAsync() > 10)
        {
            return 0;
        }

        await using var scope = platform.Services.CreateAsyncScope();
        var texts = new DeskTexts(db, scope.ServiceProvider.GetRequiredService<Registry>());
        var (today, act) = (platform.Clock.Today, new Act(null, platform.Clock.Now));
        var people = new Guid?[] { await platform.Person("translator"), await platform.Person("director"), null };
        var rows = await db.TextIndex.AsNoTracking().Where(r => r.Waits && r.Readers != Readers.Apart).OrderBy(r => r.Readers).ThenBy(r => r.WantedBy).ThenBy(r => r.OwnerId).ThenBy(r => r.Property).ToListAsync();
        var begun = (await db.Set<TranslationUnit>().AsNoTracking().ToListAsync()).ConvertAll(u => u.Key);
        rows.RemoveAll(r => begun.Contains(new(r.Owner, r.OwnerId, r.Property, r.Language)));
        var inside = rows.Where(r => r.Readers == Readers.Inside).Take(9).ToList();
        Assert.NotEmpty(inside);
        var days = new[] { today.AddDays(-3), today, rows.Select(r => r.WantedBy).First(d => d >= today), today.AddYears(3), (DateOnly?)null };
        foreach (var (row, i) in rows.Where(r => r.Readers == Readers.Everyone).Where((_, i) => i % 11 == 0).Concat(inside).Select((r, i) => (r, i)))
        {
            if (await texts.Find(new TextKey(row.Owner, row.OwnerId, row.Property, row.Language), default) is { } text)
            {
                var unit = TranslationUnit.Of(text, act.At);
                unit.Assign(people[i % 3], days[i % 5], act);
                if (people[i % 3] is null && days[i % 5] is null)
                {
                    unit.Ask(act);
                }

                db.Add(unit);
            }
        }

        return await db.SaveChangesAsync();
    });

    private async Task<(IReadOnlyList<QueueLine> Lines, int Count, int Words)> Read(string person, QueueFilter filter, int size)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Queue>().Read(await Who(person), filter, default, size);
    }

    private async Task<(int Mine, int Free)> For(string person)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Queue>().For(await Who(person), default);
    }

    private async Task<Visitor> Who(string person) => new(await platform.Person(person), person, "fr", new HashSet<string> { person == "director" ? Role.Director : Role.Translator });
}
