using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>How a stage ends and is taken up again, from the list and on its own page.</summary>
public sealed class StageEndTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _projects = new(platform);
    private readonly StageScene _stages = new(platform);

    [Fact]
    public async Task From_the_list_a_stage_begins_and_is_taken_up_again_and_the_list_comes_back()
    {
        var (coordinator, slug, id) = await Planned("En liste");
        var list = $"/fr/desk/projects/{slug}";
        var begun = await coordinator.Submit(await coordinator.Get(list), "form:has([name=act][value=Begin])");
        Assert.Equal((303, list), ((int)begun.Status, begun.Location));
        Assert.Equal(StageState.Underway, (await _stages.Load(id)).State);
        Assert.Equal(303, (int)(await coordinator.Fill($"{list}/stages/{id}/close", ("end", "Done"))).Status);
        var page = await coordinator.Get(list);
        for (var i = 0; i < 2; i++)
        {
            var again = await coordinator.Submit(page, "form:has([name=act][value=Reopen])");
            Assert.Equal((303, list), ((int)again.Status, again.Location)); // sent twice, too
        }

        Assert.Equal(StageState.Underway, (await _stages.Load(id)).State);
    }

    [Theory]
    [InlineData("Planned")]
    [InlineData("Underway")]
    [InlineData("")]
    public async Task A_stage_is_closed_as_done_or_dropped_and_as_nothing_else(string end)
    {
        var (coordinator, slug, id) = await Planned("Ni l’un ni l’autre");
        var answer = await coordinator.Fill($"/fr/desk/projects/{slug}/stages/{id}/close", ("end", end), ("reason.fr", "Parce que."), ("reason.desk", "true"));
        Assert.Equal(422, (int)answer.Status);
        Assert.NotNull(answer.ErrorAt("end"));
        Assert.Equal(StageState.Planned, (await _stages.Load(id)).State);
    }

    [Theory]
    [InlineData("fr", "Dites pourquoi on renonce à cette étape.")]
    [InlineData("nl", "Zeg waarom van deze fase wordt afgezien.")]
    public async Task A_stage_is_dropped_only_for_a_reason(string language, string message)
    {
        var (coordinator, slug, id) = await Planned("Sans motif");
        var answer = await coordinator.Fill($"/{language}/desk/projects/{slug}/stages/{id}/close", ("end", "Dropped"), ("reason.fr", "  "), ("reason.nl", " "));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(message, answer.ErrorAt($"reason.{language}"), StringComparison.Ordinal);
        Assert.Equal(StageState.Planned, (await _stages.Load(id)).State);
    }

    [Fact]
    public async Task What_is_done_is_not_dropped_begun_or_given_other_dates()
    {
        var (coordinator, slug, id) = await Planned("Déjà close");
        var path = $"/fr/desk/projects/{slug}/stages/{id}";
        var edit = await coordinator.Get(path);
        Assert.Equal(303, (int)(await coordinator.Fill($"{path}/close", ("end", "Done"))).Status);
        var version = (await _stages.Load(id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var answer in new[]
        {
            await coordinator.Post($"{path}/close", ("end", "Dropped"), ("reason.fr", "Trop tard."), ("reason.desk", "true"), ("version", version)),
            await coordinator.Post($"/fr/desk/projects/{slug}/board", ("stage", id.ToString()), ("act", "Begin"), ("version", version)),
            await coordinator.Submit(edit, null, ("due", "2021-03-01"), ("version", version)),
        })
        {
            Assert.Equal(422, (int)answer.Status);
            Assert.Contains("Cette étape est close.", answer.Main, StringComparison.Ordinal);
        }

        Assert.Equal(StageState.Done, (await _stages.Load(id)).State);
    }

    [Theory]
    [InlineData("fr", "Une étape ne peut pas s’attendre elle-même.")]
    [InlineData("nl", "Een fase kan niet op zichzelf wachten.")]
    public async Task A_stage_does_not_wait_for_itself(string language, string message)
    {
        var (coordinator, slug, id) = await Planned("Soi-même");
        await _stages.Plan(slug, "Dessiner", "2021-02-11", "2021-02-20");
        var answer = await coordinator.Fill($"/{language}/desk/projects/{slug}/stages/{id}", ("before", id.ToString()));
        Assert.Equal(422, (int)answer.Status);
        Assert.Contains(message, answer.ErrorAt("before"), StringComparison.Ordinal);
    }

    private async Task<(Guest Coordinator, string Slug, Guid Stage)> Planned(string name)
    {
        var slug = await _projects.Begin(name);
        return (await platform.As("coordinator"), slug, await _stages.Plan(slug, "Relever", "2021-02-01", "2021-02-10"));
    }
}
