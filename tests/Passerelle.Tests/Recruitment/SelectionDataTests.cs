using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Data;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Selection;
using Passerelle.Tests.Host;
using static Passerelle.Tests.Recruitment.Applicants;

namespace Passerelle.Tests.Recruitment;

public sealed class SelectionDataTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    [Fact]
    public async Task What_the_panel_made_of_an_application_goes_with_it()
    {
        await platform.AfterTheDeadline();
        var (juror, juror2, director) = (await platform.As("juror"), await platform.As("juror2"), await platform.As("director"));
        var number = await platform.Applies();
        var application = await platform.Sent(number);
        await juror.Get(At(number, $"/documents/{application.Documents[0].Id}"));
        await juror.Judges(number, not: ["years"]);
        await juror2.Judges(number);
        await director.Fill(At(number, "/settle/years"), ("meets", "no"), ("reason", "Trop peu"));
        await director.Fill(At(number, "/decision"), ("outcome", "NotRetained"), ("reason", "Trop peu"));
        Assert.Equal((2, 1, 1, 1), await Rows(application.Id));
        await platform.Scope(async services =>
        {
            await services.GetRequiredService<Erasure>().Erase(application.Id, Act.BySystem(platform.Clock.Now), default);
            return true;
        });
        Assert.Equal((0, 0, 0, 0), await Rows(application.Id));
        Assert.Equal(404, (int)(await director.Get(At(number))).Status);
    }

    [Fact]
    public async Task What_a_juror_wrote_is_in_their_download_and_their_notes_go_with_their_account()
    {
        await platform.AfterTheDeadline();
        var (juror, third) = (await platform.As("juror"), await platform.Seat("proofreader"));
        var number = await platform.Admitted(juror, third);
        await third.Scores(number, 4, "Une note à moi");
        var other = await platform.Applies();
        await third.Fill(At(other, "/conflict"), ("reason", "Une parente à moi"));
        var data = JsonDocument.Parse((await third.Get("/fr/me/data/download")).Text).RootElement.GetProperty("selection").ToString();
        Assert.All(new[] { "Motif master", "Une note à moi", "Une parente à moi", $"{Slug}/{number}" }, words => Assert.Contains(words, data, StringComparison.Ordinal));
        Assert.DoesNotContain("Dervaux", data, StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse((await (await platform.As("translator")).Get("/fr/me/data/download")).Text).RootElement.TryGetProperty("selection", out var nothing) && nothing.ValueKind != JsonValueKind.Null);
        Assert.Contains("vos notes et le motif", (await third.Get("/fr/me/erase")).Main, StringComparison.Ordinal);
        var person = await platform.PersonOf("proofreader");
        Assert.Equal(303, (int)(await third.Fill("/fr/me/erase", ("sure", "true"), ("confirm", "true"))).Status);
        var sheets = await platform.Db(db => db.Set<Assessment>().AsNoTracking().Where(a => a.JurorId == person).ToListAsync());
        Assert.All(sheets.SelectMany(s => s.Scores), s => Assert.Equal("", s.Note));
        Assert.All(sheets, s => Assert.Equal("", s.ConflictReason));
        Assert.Contains(sheets, s => s.HasScores && s.HasVerdicts);
    }

    private Task<(int, int, int, int)> Rows(Guid application) => platform.Db(async db => (
        await db.Set<Assessment>().CountAsync(a => a.ApplicationId == application), await db.Set<Admissibility>().CountAsync(a => a.ApplicationId == application),
        await db.Set<Decision>().CountAsync(a => a.ApplicationId == application), await db.Set<Access>().CountAsync(a => a.ApplicationId == application)));
}
