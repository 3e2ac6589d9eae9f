using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Territory.Contract;

namespace Passerelle.Projects;

/// <summary>The links of the demonstration, in demo/links.json: proposed and accepted by the same acts as any other, so their rules hold here too.</summary>
internal sealed class LinksPack(Clock clock, LinkAsking asking) : PackPart
{
    private readonly List<LinkCard> _links = [];

    public override int Order => 72;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var (people, ends) = (PackPeople.In(pack), new PackLinkEnds(pack, PackTerritory.Of(pack)));
        foreach (var item in pack.FilesIn("demo", "links.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("links").List("links")))
        {
            item.Keys("from", "kind", "to", "why", "by", "on", "accepted");
            var (from, to) = (ends.Find(item, "from"), ends.Find(item, "to"));
            var (kind, why, by) = (item.OneOf<LinkKind>("kind", "kind"), item.Text("why"), At(item, people));
            if (from is { End.Kind: LinkEndKind.Partner })
            {
                item.Fail("from", "a partner proposes no link");
            }
            else if (from is not null && to is not null)
            {
                item.Allowed(() => Propose(item, kind, from, to, why, by, ends, people));
            }
        }
    }

    public override async Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_links.Select(l => l.Link));
        await db.SaveChangesAsync(stop);
        foreach (var link in _links.Where(l => !l.IsAccepted))
        {
            await asking.Ask(link, Act.BySystem(link.Link.ProposedAt), stop); // each on the day on which it was proposed
        }
    }

    private void Propose(PackItem item, LinkKind kind, LinkSide from, LinkSide to, LocalizedText why, Act by, PackLinkEnds ends, IReadOnlyDictionary<string, PackPerson> people)
    {
        var key = LinkKinds.KeyOf(kind, from.End, to.End);
        var circle = kind == LinkKind.DependsOn && from.End is { Kind: LinkEndKind.Stage, Id: { } stage } && to.End is { Kind: LinkEndKind.Stage, Id: { } on }
            ? StageCircle.Find(ends.Waits.Concat(_links.Where(l => l.Type == LinkKind.DependsOn).Select(l => l.Link).Where(l => l.FromStage is not null && l.ToStage is not null).Select(l => (l.FromStage!.Value, l.ToStage!.Value))).ToLookup(w => w.Item2, w => w.Item1), stage, on)
            : null;
        var link = Link.Propose(PackIds.Of("link", key), kind, from, to, why, new(_links.Exists(l => l.Link.OpenKey == key), [.. (circle ?? []).Select(ends.Title)]), by);
        if (item.Item("accepted") is { } accepted)
        {
            accepted.Keys("by", "on", "onBehalfOf");
            var behalf = accepted.Optional("onBehalfOf");
            if (behalf is not null && behalf != to.End.Code)
            {
                accepted.Fail("onBehalfOf", $"the link does not lead to the partner «{behalf}»");
            }

            link.Accept(from, to, behalf is not null, At(accepted, people));
        }

        _links.Add(new(link, from, to));
    }

    private Act At(PackItem item, IReadOnlyDictionary<string, PackPerson> people) =>
        new(people.GetValueOrDefault(item.OneOf("by", "person", people.Keys))?.Id, clock.At(item.Day("on"), new TimeOnly(11, 0)));
}
