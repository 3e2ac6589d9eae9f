using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Tests.Projects;

/// <summary>Rules that hold also where a page asks before them.</summary>
public sealed class ProjectRuleTests : IDisposable
{
    private static readonly Act Now = Act.BySystem(new(2021, 1, 27, 8, 0, 0, TimeSpan.Zero));
    private IDisposable _language = Language.In("fr");

    public void Dispose() => _language.Dispose();

    [Theory]
    [InlineData("fr", "Dites pourquoi le projet est abandonné.")]
    [InlineData("nl", "Zeg waarom het project stopgezet wordt.")]
    public void A_project_is_abandoned_only_with_the_reason(string language, string message) =>
        Refuses(language, message, $"reason.{language}", () => ProjectScene.Imagined(Now).Abandon(LocalizedText.Empty(), Now));

    [Theory]
    [InlineData("fr", "Dites à quoi on verra que le projet a abouti.")]
    [InlineData("nl", "Zeg waaraan men zal zien dat het project gerealiseerd is.")]
    public void What_the_result_will_be_is_not_taken_back(string language, string message) =>
        Refuses(language, message, $"criterion.{language}", () => ProjectScene.Imagined(Now).Promise(LocalizedText.Empty(), Now));

    [Theory]
    [InlineData("fr", "Cette preuve n’existe plus.")]
    [InlineData("nl", "Dit bewijs bestaat niet meer.")]
    public void A_proof_that_is_gone_is_neither_judged_nor_withdrawn(string language, string message)
    {
        var (project, gone) = (ProjectScene.Imagined(Now), Guid.CreateVersion7());
        Refuses(language, message, null, () => project.Accept(gone, Now));
        Refuses(language, message, null, () => project.Refuse(gone, ProjectScene.Words("Non."), Now));
        Refuses(language, message, null, () => project.Withdraw(gone, Now));
        Assert.Equal(0, project.EvidenceRevision);
    }

    private void Refuses(string language, string message, string? field, Action act)
    {
        _language.Dispose();
        _language = Language.In(language);
        var broken = Assert.Throws<RuleBroken>(act);
        Assert.Equal((message, field), (broken.Message, broken.Field));
    }
}
