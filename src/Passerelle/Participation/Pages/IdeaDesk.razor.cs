using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;

namespace Passerelle.Participation.Pages;

/// <summary>One idea for who looks at it: what it says, what resembles it, and what can be done with it now.</summary>
public sealed partial class IdeaDesk
{
    private const int MostAlike = 6;

    public sealed record View(IdeaPage.View About, IReadOnlyList<Resemblance> Near);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, IdeaReading reading, Resemblances resemblances)
    {
        var (idea, instead) = await visit.OpenIdea(db, slug);
        if (instead is not null)
        {
            return instead;
        }

        var near = await resemblances.Of(new(idea.Title, idea.Need, idea.Evidence, idea.Beneficiaries), MostAlike + 1, visit.Http.RequestAborted);
        return Show(new(await reading.Of(idea, visit), [.. near.Where(n => n.Id != idea.Id).Take(MostAlike)]));
    }
}
