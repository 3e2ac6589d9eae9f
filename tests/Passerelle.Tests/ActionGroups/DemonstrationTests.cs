using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Localization;
using Passerelle.Programme.Contract;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>What the demonstration promises to show, counted in what was loaded.</summary>
public sealed class DemonstrationTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private static readonly College[] Colleges = Enum.GetValues<College>();

    [Fact]
    public async Task There_are_at_least_twelve_action_groups_over_the_three_axes()
    {
        var groups = (await All()).Where(g => g.IsAction).ToList();
        Assert.InRange(groups.Count, 12, int.MaxValue);
        var programme = await platform.Scope(s => s.GetService<Programmes>().Current());
        Assert.Equal(programme.Axes.Select(a => a.Code).Order(), groups.Select(g => programme.AxisOf(g.Theme!)!.Code).Distinct().Order());
        Assert.Equal(3, programme.Axes.Count);
        Assert.All(groups, g => Assert.NotNull(programme.Theme(g.Theme!)));
    }

    [Fact]
    public async Task Each_has_eight_to_twenty_five_members_of_four_colleges_and_three_sides_but_for_the_one_that_lacks_a_college()
    {
        var groups = (await All()).Where(g => g.IsAction).ToList();
        var cards = await platform.Scope(s => s.GetService<People>().Cards(groups.SelectMany(g => g.Members).Select(m => m.PersonId)));
        List<string> lacking = [];
        foreach (var group in groups)
        {
            // Of a merged group, those whom it had on its last day.
            var members = group.Members.Where(m => m.Until is null || m.Until == group.ClosedOn).ToList();
            Assert.True(members.Count is >= 8 and <= 25, $"{group.Slug}: {members.Count} members");
            Assert.True(members.Select(m => cards[m.PersonId].Side).Distinct().Count() == 3, $"{group.Slug}: sides");
            Assert.Equal(members.Count, members.Select(m => m.PersonId).Distinct().Count());
            if (Colleges.Except(members.Select(m => m.College)).Any())
            {
                lacking.Add(group.Slug);
            }
        }

        Assert.Equal(["langage-clair"], lacking);
        Assert.NotEmpty((await All()).Single(g => g.Slug == "langage-clair").MissingColleges);
    }

    [Fact]
    public async Task One_lacks_its_elected_co_lead_for_31_days_one_is_paused_one_merged_one_closed_and_all_others_are_led_by_two()
    {
        var groups = (await All()).Where(g => g.IsAction).ToList();
        var half = Assert.Single(groups, g => g.IsActive && !g.HasCompletePair);
        Assert.Equal((College.CivilSociety, 31), (half.Pair.Single().College, half.DaysWithoutPair(new DateOnly(2021, 1, 27))));
        Assert.Single(groups, g => g.IsPaused);
        var merged = Assert.Single(groups, g => g.SuccessorId is not null);
        Assert.Contains(groups, g => g.Id == merged.SuccessorId && g.IsActive);
        Assert.Equal(1, await platform.Db(db => db.Set<Lineage>().CountAsync(l => l.Kind == LineageKind.Merge && l.From == merged.Id && l.To == merged.SuccessorId)));
        Assert.Single(groups, g => g.Phase is Phase.Completed or Phase.Abandoned);
        foreach (var group in groups.Where(g => g.IsActive && g != half))
        {
            Assert.Equal([College.Elected, College.CivilSociety], group.Pair.Select(p => p.College).Order());
            Assert.All(group.Pair, p => Assert.Equal(p.College, group.MemberOf(p.PersonId)!.College));
            Assert.InRange(group.PresentActions.Count(), 1, Group.ManyActions);
        }
    }

    [Fact]
    public async Task There_are_technical_groups_of_each_kind_with_a_last_day_and_parents()
    {
        var technical = (await All()).Where(g => !g.IsAction).ToList();
        Assert.Equal([GroupKind.Proximity, GroupKind.EuropeanConsultation, GroupKind.Other], technical.Select(g => g.Type).Distinct().Order());
        Assert.All(technical, g => Assert.True(g.Sunset > new DateOnly(2021, 1, 27) && g.Standing is not null));
        Assert.All(technical.Where(g => g.Type == GroupKind.EuropeanConsultation), g => Assert.False(g.EuropeanTheme.IsEmpty));
        Assert.Contains(technical, g => g.Guests.Count > 0);
        Assert.True(await platform.Db(db => db.Set<Lineage>().AnyAsync(l => l.Kind == LineageKind.Derivation)));
    }

    [Fact]
    public async Task A_third_of_all_texts_was_first_written_in_Dutch_some_are_stale_and_some_lack_a_language()
    {
        var posts = await platform.Db(db => db.Set<Post>().AsNoTracking().ToListAsync());
        var texts = (await All()).SelectMany(g => new[] { g.Name, g.Summary, g.Purpose, g.Need, g.NeedSource, g.NextTitle, g.EuropeanTheme, g.Reason })
            .Concat(posts.SelectMany(p => new[] { p.Title, p.Body })).Where(t => !t.IsEmpty).ToList();
        Assert.InRange(texts.Count(t => t.Source == "nl"), texts.Count / 3, texts.Count * 2 / 3);
        Assert.InRange(texts.Count(t => Language.Official.Any(t.IsStale)), 1, texts.Count / 4);
        Assert.InRange(texts.Count(t => Language.Official.Any(l => t.In(l) is null)), 1, texts.Count / 4);
        Assert.True(posts.Count > 30);
        Assert.True(await platform.Db(db => db.Set<Comment>().AnyAsync()));
        Assert.Equal(posts.Count, posts.Select(p => p.Body.SourceValue).Distinct().Count());
        Assert.DoesNotContain(texts.SelectMany(t => t.Versions), v => v.Value.Contains("lorem", StringComparison.OrdinalIgnoreCase) || v.Value.Contains("TODO", StringComparison.Ordinal));
    }

    private Task<List<Group>> All() => platform.Db(db => db.Set<Group>().AsNoTracking().WithAll().ToListAsync());
}
