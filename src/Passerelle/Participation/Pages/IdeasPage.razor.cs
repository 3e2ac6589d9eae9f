using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Participation.Pages;

/// <summary>What people propose, the newest first: by theme, side, state and words.</summary>
public sealed partial class IdeasPage
{
    private const int PerPage = 20;

    /// <summary>Shown unless another state is asked for: what was merged goes on in another one.</summary>
    private static readonly IdeaState[] Usual = [.. Enum.GetValues<IdeaState>().Except([IdeaState.Merged, IdeaState.Withdrawn])];

    public sealed record View(IReadOnlyList<IdeaRow> Rows, int Count, int Page, int Pages, string? Words, string? Theme, string? Side, IdeaState? State,
        ProgrammeView Programme, IReadOnlyList<SideCard> Sides, IReadOnlyDictionary<Guid, PersonCard> People);

    public static async Task<IResult> Get(Visit visit, PlatformDb db, Programmes programmes, Communes communes, People people, HttpContext http)
    {
        var stop = http.RequestAborted;
        var (programme, sides) = (await programmes.Current(stop), (await communes.On(visit.Today, stop)).Sides);
        var theme = programme.Theme(visit.Query("theme") ?? "");
        var side = sides.FirstOrDefault(s => s.Code == visit.Query("side"));
        var state = visit.Query<IdeaState>("state");
        var filter = new IdeaFilter(visit.Query("q"), theme is null ? null : [.. programme.WithSubThemes(theme.Code).Select(t => t.Code)], side?.Code, state is { } one ? [one] : Usual);
        var (rows, count) = await db.Ideas(filter, (visit.PageNumber - 1) * PerPage, PerPage, stop);
        return Show(new(rows, count, visit.PageNumber, Math.Max(1, (count + PerPage - 1) / PerPage), filter.Words, theme?.Code, side?.Code, state,
            programme, sides, await people.Cards(rows.Select(r => r.Idea.AuthorId), stop)));
    }
}
