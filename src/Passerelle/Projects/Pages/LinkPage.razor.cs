using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>One link: what it joins and why, what became of it; who answers for its second end accepts or declines it here.</summary>
public sealed partial class LinkPage
{
    public enum Decision
    {
        Accept,
        Decline,
    }

    /// <param name="Answering">Who can accept it, by name, while it waits.</param>
    public sealed record View(
        Form Form, LinkCard Card, bool Answers, bool OnBehalf, bool MayWithdraw, bool MayEnd, bool Coordinates, IReadOnlyList<string> Answering, IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyList<HistoryLine> History);

    internal static async Task<IResult> Get(Guid id, Visit visit, PlatformDb db, LinkStore store, LinkAsking asking, People people, EventWording wording)
    {
        var (opened, answer) = await store.Open(visit, id);
        return answer ?? Show(await Fresh(Form.VersionOf(opened.Link), opened, db, asking, people, wording, visit.Http.RequestAborted));
    }

    internal static async Task<IResult> Post(Guid id, Visit visit, PlatformDb db, LinkStore store, LinkAsking asking, People people, EventWording wording, HttpContext http)
    {
        var (opened, answer) = await store.Open(visit, id, o => o.IsSecond);
        if (answer is not null)
        {
            return answer;
        }

        var (form, link) = (await Form.Read(http.Request), opened.Link);
        var decision = form.Choice<Decision>("decision");
        var reason = form.Localized("reason", max: 1000, optional: true);
        if (decision is { } wanted && link.State == (wanted == Decision.Accept ? LinkState.Accepted : LinkState.Declined))
        {
            return visit.Go($"/desk/links/{id}"); // sent twice
        }

        if (await form.SaveAlone(db, () => store.Filled(id), async () =>
            {
                link.MustBe(form.Version);
                if (decision == Decision.Accept)
                {
                    var (from, to) = await store.Now(link);
                    link.Accept(from, to, opened.Access.OnBehalf(to), visit.Act);
                }
                else
                {
                    link.Decline(reason, visit.Act);
                }
            }))
        {
            return visit.DoneWith(opened.Card, T($"link.{decision}.done"));
        }

        // As it is stored, not as the act that failed would have left it.
        var (now, gone) = await store.Open(visit, id);
        return gone ?? Show(await Fresh(form, now, db, asking, people, wording, http.RequestAborted), form);
    }

    private static async Task<View> Fresh(Form form, OpenedLink opened, PlatformDb db, LinkAsking asking, People people, EventWording wording, CancellationToken stop)
    {
        var (card, id) = (opened.Card, opened.Card.Id);
        var answering = opened.Link.State == LinkState.Proposed ? (await asking.Answering([card], stop))[card.Id] : [];
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.Number).ToListAsync(stop);
        var named = await people.Cards(new[] { opened.Link.ProposedBy, opened.Link.DecidedBy }.OfType<Guid>(), stop);
        return new(form, card, opened.Answers, opened.Access.OnBehalf(card.To), opened.MayWithdraw, opened.MayEnd, opened.Coordinates, [.. answering.Select(p => p.Name)], named, await wording.Of(events, stop));
    }

    /// <summary>Somebody of one of its groups for a small thing, as long as it goes on.</summary>
    private bool MayAsk => Model.Coordinates && Model.Card.Link.State is LinkState.Proposed or LinkState.Accepted;

    private string? NameOf(Guid? person) => person is { } id ? Model.People.GetValueOrDefault(id)?.Name : null;

    private static IReadOnlyList<(string, string)> Decisions => [(nameof(Decision.Accept), T("link.Accept")), (nameof(Decision.Decline), T("link.Decline"))];

    private Dictionary<string, string> Notes => new()
    {
        [nameof(Decision.Accept)] = Model.OnBehalf ? T("link.Accept.behalf", Model.Card.To.Here) : T("link.Accept.note"),
        [nameof(Decision.Decline)] = T("link.Decline.note"),
    };

    private static Dictionary<string, string> Labels => Platform.Localization.Language.Official.Select(l => ($"reason.{l}", T("link.reason"))).Append(("decision", T("link.decision"))).ToDictionary(f => f.Item1, f => f.Item2);
}
