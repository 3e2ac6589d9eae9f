using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Bodies.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Projects.Texts;

namespace Passerelle.Projects.Pages;

/// <summary>Proposes a link from something in one's charge; what it has in common with others is suggested.</summary>
public sealed partial class LinkNewPage
{
    public sealed record View(Form Form, LinkChoices Choices, LinkSide? From, IReadOnlyList<LinkSuggestion> Suggestions, Guid? Of);

    internal static async Task<IResult> Get(Visit visit, OwnGroups own, Delegates delegates, LinkBook book, LinkChoiceReading choices, LinkSuggestions suggestions, CancellationToken stop)
    {
        var access = await visit.LinkAccess(own, delegates, stop);
        if (!access.Proposes)
        {
            return visit.Refuse();
        }

        var form = Form.Of(("from", visit.Query("from")), ("to", visit.Query("to")), ("kind", visit.Query<LinkKind>("kind")?.ToString()));
        return Show(await Fresh(form, access, Guid.TryParse(visit.Query("of"), out var of) ? of : null, book, choices, suggestions, stop));
    }

    internal static async Task<IResult> Post(
        Visit visit, PlatformDb db, OwnGroups own, Delegates delegates, LinkBook book, LinkChoiceReading choices, LinkSuggestions suggestions, HttpContext http, CancellationToken stop)
    {
        var access = await visit.LinkAccess(own, delegates, stop);
        if (!access.Proposes)
        {
            return visit.Refuse();
        }

        var form = await Form.Read(http.Request);
        var once = form.Once;
        if (await db.Set<Link>().AnyAsync(l => l.Id == once, stop))
        {
            return visit.Go($"/desk/links/{once}");
        }

        var (type, why) = (form.Choice<LinkKind>("kind"), form.Localized("why", max: 300));
        var names = await book.Names([.. new[] { LinkEnd.Read(form["from"]), LinkEnd.Read(form["to"]) }.OfType<LinkEnd>()], stop);
        var (from, to) = (Chosen(form, "from", names), Chosen(form, "to", names));
        if (from is not null && !access.IsFirst(from))
        {
            form.Fail("from", T("rule.link.notyours"));
        }

        var atOnce = from is not null && to is not null && access.IsBoth(from, to);
        var done = await form.Add(db, async () =>
        {
            var (first, second) = await book.Now(from!.End, to!.End, stop); // what ended meanwhile is not linked
            var link = Link.Propose(once, type!.Value, first, second, why, await db.Obstacles(type.Value, from.End, to.End, stop), visit.Act);
            if (atOnce)
            {
                link.Accept(first, second, onBehalf: false, visit.Act);
            }

            return link;
        });
        return done
            ? visit.Done($"/desk/links/{once}", atOnce ? T("link.new.linked") : T("link.new.proposed", to!.Here), T("links.all"), Href.To("/desk/links"))
            : Show(await Fresh(form, access, Guid.TryParse(form["of"], out var of) ? of : null, book, choices, suggestions, stop), form);
    }

    /// <summary>What was chosen; an error at the field when there is no such thing.</summary>
    private static LinkSide? Chosen(Form form, string field, LinkNames names)
    {
        var side = LinkEnd.Read(form[field]) is { } end ? names.Side(end) : null;
        if (side is null || (field == "from" && side.End.Kind == LinkEndKind.Partner))
        {
            form.Fail(field, T("rule.link.choose"));
            return null;
        }

        return side;
    }

    private static async Task<View> Fresh(Form form, LinkAccess access, Guid? of, LinkBook book, LinkChoiceReading choices, LinkSuggestions suggestions, CancellationToken stop)
    {
        List<LinkEnd> ends = [.. new[] { LinkEnd.Read(form["from"]), LinkEnd.Read(form["to"]) }.OfType<LinkEnd>()];
        var names = await book.Names(ends, stop);
        var sides = ends.Select(names.Side).OfType<LinkSide>().ToList();
        Guid[] staged = [.. sides.Where(s => s.End.Kind != LinkEndKind.Partner).Select(s => s.Project).Append(of).OfType<Guid>().Distinct()];
        var from = LinkEnd.Read(form["from"]) is { } first && names.Side(first) is { } side && access.IsFirst(side) ? side : null;
        return new(form, await choices.Read(access, staged, stop), from, from is null ? [] : await suggestions.For(from, stop), of);
    }

    private static IReadOnlyList<(string, string)> Kinds => [.. Enum.GetValues<LinkKind>().Select(k => (k.ToString(), T($"link.kind.{k}")))];

    private static Dictionary<string, string> Notes => Enum.GetValues<LinkKind>().ToDictionary(k => k.ToString(), k => T($"link.kind.{k}.note"));

    private static Dictionary<string, string> Labels => new()
    {
        ["from"] = T("link.from"),
        ["kind"] = T("link.kind"),
        ["to"] = T("link.to"),
        ["why"] = T("link.why"),
    };

    private string Suggest(LinkSuggestion suggestion) =>
        Href.To("/desk/links/new") + $"?from={Model.From!.End}&to={suggestion.To.End}" + (suggestion.Kind is { } kind ? $"&kind={kind}" : "");
}
