using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>A presentation whose day is over and of which nobody said what became. With a clock of its own.</summary>
public sealed class PresentationPastTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task After_its_day_nothing_lacks_any_more_the_coordinator_is_asked_and_it_is_given_as_it_was_or_cancelled()
    {
        var given = await Scene.Plan(day: "2021-02-18");
        await Scene.Upload(given, "fr");
        var nothing = await Scene.Plan(day: "2021-02-18", hour: "10:00");
        var cancelled = await Scene.Plan(day: "2021-02-18", hour: "11:00");
        await Platform.MoveTo(Scene.At(2, 15, 6, 1));
        Assert.Equal(1, await Count("colead-civil", given));
        await Platform.MoveTo(Scene.At(2, 18, 23, 0));
        Assert.Equal(1, await Count("colead-civil", given)); // the day goes on

        await Platform.MoveTo(Scene.At(2, 19, 6, 1));
        foreach (var id in new[] { given, nothing, cancelled })
        {
            Assert.Equal(0, await Count("colead-civil", id));
            Assert.Equal(0, await Count("colead-elected", id));
            Assert.EndsWith("dire si elle a eu lieu", Assert.Single(await Links("coordinator", id)), StringComparison.Ordinal);
        }

        await Platform.MoveTo(Scene.At(2, 21, 6, 1));
        Assert.Equal(1, await Count("coordinator", given));

        var coordinator = await Platform.As("coordinator");
        Assert.Contains("La date de la présentation est passée.", (await coordinator.Get($"/fr/desk/presentations/{given}")).Main, StringComparison.Ordinal);
        var refused = await coordinator.Fill($"/fr/desk/presentations/{given}/given");
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("il manquait les diapositives en néerlandais", refused.ErrorAt("incomplete"), StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Submit(refused, null, ("incomplete", "true"))).Status);
        var presentation = await Scene.Load(given);
        Assert.Equal((PresentationState.Given, "fr"), (presentation.State, Assert.Single(presentation.Slides, s => s.Shown).Language));
        Assert.Contains("Tout n’était pas prêt", (await coordinator.Get($"/fr/desk/presentations/{given}")).Main, StringComparison.Ordinal);
        Assert.Contains("er ontbrak de dia’s in het Nederlands", (await coordinator.Get($"/nl/desk/presentations/{given}")).Main, StringComparison.Ordinal);
        Assert.Equal(0, await Count("coordinator", given));

        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{nothing}/given", ("incomplete", "true"))).Status);
        Assert.Contains("versions montrées : aucune", (await coordinator.Get($"/fr/desk/presentations/{nothing}")).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await coordinator.Fill($"/fr/desk/presentations/{cancelled}/cancel", ("reason.fr", "Sans public."), ("reason.desk", "true"))).Status);
        Assert.Equal(0, await Count("coordinator", nothing));
        Assert.Equal(0, await Count("coordinator", cancelled));
    }
}

public sealed class PresentationPastMovedTests(TestPlatform platform) : PresentationNotice(platform), IClassFixture<TestPlatform>
{
    [Fact]
    public async Task One_that_was_put_off_after_its_day_is_asked_about_no_more_until_its_new_day_is_over()
    {
        var id = await Scene.Ready("2021-02-18");
        await Platform.MoveTo(Scene.At(2, 19, 6, 1));
        Assert.Equal(1, await Count("coordinator", id));
        Assert.Equal(0, await Count("colead-civil", id));
        Assert.Equal(303, (int)(await (await Platform.As("coordinator")).Fill($"/fr/desk/presentations/{id}/change", ("day", "2021-03-05"))).Status);
        Assert.Equal(0, await Count("coordinator", id));
        await Platform.MoveTo(Scene.At(3, 6, 6, 1));
        Assert.Equal(1, await Count("coordinator", id));
    }
}
