using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Emails;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.ActionGroups.Texts;

namespace Passerelle.ActionGroups;

/// <summary>Hands the recommendations of a consultation to those who lead and coordinate its parent groups.</summary>
internal sealed class RecommendationNotice(PlatformDb db, People people, GroupShelf shelf, MailDesk mail, Clock clock, PlatformOptions options) : EventHandling
{
    public override string Name => "groups.recommendation-notice";

    public override IReadOnlyList<string> Names => ["group.recommended"];

    public override async Task Handle(Event happened, CancellationToken stop)
    {
        var view = await shelf.Read(stop);
        var ids = view.ParentsOf(happened.SubjectId).Select(p => p.Id).ToList();
        if (view[happened.SubjectId] is not { } consultation || ids.Count == 0)
        {
            return;
        }

        var parents = await db.Set<Group>().AsNoTracking().Where(g => ids.Contains(g.Id)).Include(g => g.CoLeads).Include(g => g.Coordinators).AsSplitQuery().ToListAsync(stop);
        var day = clock.DateOf(happened.At);
        var told = parents.SelectMany(g => g.Pair.Select(p => p.PersonId).Concat(g.CoordinatorsOn(day).Select(c => c.PersonId)).Select(p => (Person: p, Group: g))).ToLookup(t => t.Person, t => t.Group);
        var cards = await people.Cards(told.Select(t => t.Key), stop);
        foreach (var person in cards.Values.Where(p => !p.Erased))
        {
            await mail.Queue<GroupNotice>(person.Email, person.Language, () => T("tech.mail.recommended.subject", NameOf(consultation.Name)), () => new()
            {
                [nameof(GroupNotice.Title)] = T("tech.mail.recommended.subject", NameOf(consultation.Name)),
                [nameof(GroupNotice.Lines)] = new[]
                {
                    T("tech.mail.hello", person.Name),
                    T("tech.mail.recommended.text", NameOf(consultation.Name), Say.All([.. told[person.Id].Distinct().Select(g => NameOf(g.Name))])),
                },
                [nameof(GroupNotice.Href)] = options.PublicUrl + Href.To($"/groups/{consultation.Slug}"),
                [nameof(GroupNotice.Act)] = T("tech.mail.recommended.act"),
            });
        }
    }

    private static string NameOf(LocalizedText name) => name.Read(Language.Content).Value;
}
