using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Files;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Territory.Contract;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups.Pages;

/// <summary>The members' area: all posts of the group, its files, and who its members are. Addresses stay with the coordinators.</summary>
public sealed partial class AreaPage
{
    private const int PerPage = 12;
    private const int MostFiles = 8;

    public sealed record FileLine(Guid Id, string Name, long Size, DateTimeOffset At);

    public sealed record View(Group Group, IReadOnlyList<PostCardView> Posts, int Pages, IReadOnlyList<FileLine> Files, IReadOnlyDictionary<Guid, PersonCard> People, ILookup<Guid, MandateCard> Mandates, CommuneList Communes, IReadOnlyList<PartnerCard> Partners);

    private sealed record MemberLine(string Name, College College, string Note, MandateCard? Mandate);

    public static async Task<IResult> Get(string slug, Visit visit, PlatformDb db, People people, Communes communes, Partners partners, Mandates mandates, HttpContext http)
    {
        var stop = http.RequestAborted;
        if (await db.ReadGroup(slug, stop) is not { } group || !visit.MaySee(group))
        {
            return await visit.Moved(db, slug, "/area");
        }

        if (!visit.MayEnter(group))
        {
            return visit.Refuse();
        }

        var standing = db.Set<Post>().AsNoTracking().Where(p => p.GroupId == group.Id && p.WithdrawnAt == null && p.HiddenAt == null);
        var count = await standing.CountAsync(stop);
        var posts = await PostReading.Latest(db, group.Id, members: true, PerPage, (visit.PageNumber - 1) * PerPage, stop);
        var files = await standing.SelectMany(p => p.Files)
            .Join(db.Set<StoredFile>(), p => p.FileId, f => f.Id, (_, f) => f)
            .OrderByDescending(f => f.UploadedAt).Take(MostFiles).Select(f => new FileLine(f.Id, f.Name, f.Size, f.UploadedAt)).ToListAsync(stop);
        var cards = await people.Cards(group.Present.Select(m => m.PersonId).Concat(posts.Select(p => p.Author)), stop);
        return Show(new(group, [.. posts.Select(p => p.Card(cards))], Math.Max(1, (count + PerPage - 1) / PerPage), files, cards,
            await mandates.Of(group.Present.Where(m => m.College == College.Elected).Select(m => m.PersonId), stop), await communes.On(visit.Today, stop), await partners.All(stop)));
    }

    private string Name => Model.Group.Name.Read(Language.Content).Value;

    private bool ToConfirm => Visit.Who is { } who && Model.Group.MemberOf(who.Id) is { ToConfirm: true };

    private string At(string path) => Href.To($"/groups/{Model.Group.Slug}/{path}");

    private IReadOnlyList<MemberLine> Members =>
    [
        .. Model.Group.Present
            .Select(m => (Member: m, Card: Model.People.GetValueOrDefault(m.PersonId)))
            .Where(m => m.Card is not null)
            .Select(m => new MemberLine(m.Card!.Name, m.Member.College, Note(m.Member, m.Card), Model.Mandates[m.Member.PersonId].FirstOrDefault(h => h.IsOn(Visit.Today))))
            .OrderBy(m => m.College).ThenBy(m => m.Name, StringComparer.CurrentCulture),
    ];

    private string Note(Membership member, PersonCard card) => string.Join(" · ", new[]
    {
        Model.Group.CoLeadOf(member.PersonId) is null ? null : T("area.colead"),
        member.Organisation,
        card.Side is { } side ? Model.Communes.SideOf(side)?.Name.Read(Language.Content).Value : null,
    }.Where(n => !string.IsNullOrEmpty(n)));
}
