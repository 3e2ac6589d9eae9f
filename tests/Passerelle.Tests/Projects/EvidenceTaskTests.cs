using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>Who is asked for what, on the way from evidence to a completed project.</summary>
public sealed class EvidenceTaskTests(TestPlatform platform) : IClassFixture<TestPlatform>
{
    private readonly ProjectScene _scene = new(platform);

    [Fact]
    public async Task Evidence_that_waits_is_the_coordinators_task_and_accepted_evidence_both_co_leads()
    {
        var slug = await _scene.Begin("Écluse");
        var proof = await _scene.Offer(slug);
        Assert.Contains("Een bewijs van het project «Écluse (nl)» beoordelen", await Asked("coordinator", $"/projects/{slug}/proofs/{proof}"), StringComparison.Ordinal);
        Assert.Null(await Asked("colead-civil", $"/projects/{slug}/sign"));

        await _scene.Judge(slug, proof);
        Assert.Null(await Asked("coordinator", $"/projects/{slug}/proofs/{proof}"));
        Assert.NotNull(await Asked("colead-civil", $"/projects/{slug}/sign"));
        Assert.Contains("Uw goedkeuring geven voor het resultaat", await Asked("colead-elected", $"/projects/{slug}/sign"), StringComparison.Ordinal);

        await _scene.Sign(slug, "colead-elected");
        Assert.Null(await Asked("colead-elected", $"/projects/{slug}/sign"));
        Assert.NotNull(await Asked("colead-civil", $"/projects/{slug}/sign"));

        var second = await _scene.Offer(slug);
        Assert.NotNull(await Asked("colead-elected", $"/projects/{slug}/sign"));
        await _scene.Judge(slug, second, "Refuse", "Non.");
        await _scene.Sign(slug, "colead-elected", "colead-civil");
        Assert.Equal(303, (int)(await _scene.Complete(slug)).Status);
        foreach (var who in new[] { "coordinator", "colead-elected", "colead-civil" })
        {
            Assert.Null(await Asked(who, $"/projects/{slug}/"));
        }
    }

    [Fact]
    public async Task Nobody_is_asked_about_an_abandoned_project()
    {
        var slug = await _scene.Begin();
        await _scene.Judge(slug, await _scene.Offer(slug));
        await _scene.Offer(slug);
        Assert.NotNull(await Asked("coordinator", $"/projects/{slug}/proofs/"));
        await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/abandon", ("reason.fr", "Fin."), ("reason.desk", "true"));
        Assert.Null(await Asked("coordinator", $"/projects/{slug}/"));
        Assert.Null(await Asked("colead-civil", $"/projects/{slug}/"));
    }

    /// <summary>The words of the task that leads there, in Dutch.</summary>
    private async Task<string?> Asked(string who, string path)
    {
        await platform.Deliver();
        return (await (await platform.As(who)).Get("/nl/desk/tasks")).Html.QuerySelectorAll($"main a[href*='{path}']").Select(a => a.TextContent).FirstOrDefault();
    }
}
