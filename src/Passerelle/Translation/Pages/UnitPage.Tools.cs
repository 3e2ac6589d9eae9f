using Passerelle.Accounts.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Passerelle.Translation.Machine;

namespace Passerelle.Translation.Pages;

/// <summary>What the editor shows.</summary>
public sealed partial class UnitPage
{
    public sealed record View(OpenUnit Open, UnitSegment? Active, SegmentAid? Aid, TextPlace? Place, IReadOnlyDictionary<Guid, PersonCard> People, Form Form)
    {
        /// <summary>What was typed for a segment that has changed since, so that nothing is lost.</summary>
        public string? Lost { get; init; }

        /// <summary>What a machine could do, or did; nothing where there is none.</summary>
        public MachineView? Machine { get; init; }
    }

    /// <summary>Everything that the editor needs; scoped to a request.</summary>
    internal sealed class Tools(UnitStore store, Aid aid, Queue queue, People people, MachineDesk machine, PlatformDb db)
    {
        public UnitStore Store => store;

        public Aid Aid => aid;

        public PlatformDb Db => db;

        public async Task<View?> See(TextKey key, Visitor who, int? order, Form form, CancellationToken stop)
        {
            if (await store.Read(key, who, stop) is not { } open)
            {
                return null;
            }

            var active = open.Unit.Segments.Find(s => s.Order == order) ?? (order is null ? open.Unit.Segments.Find(s => !s.IsDone) ?? Unread(open) ?? open.Unit.Segments.FirstOrDefault() : open.Unit.Segments.FirstOrDefault());
            var target = form.Has("target") ? form["target"] : active?.Target ?? "";
            var ids = open.Unit.Notes.Select(n => n.AuthorId).Concat(open.Unit.Segments.SelectMany(s => new[] { s.By, s.ReadBy })).Concat([open.Unit.AssignedTo, open.Unit.HandedInBy, open.Unit.ReadBy, open.Unit.WaivedBy]).OfType<Guid>();
            var places = await queue.Places([(key.Owner, key.OwnerId)], stop);
            return new(open, active, active is null ? null : await aid.For(open, active, target, stop), places.GetValueOrDefault((key.Owner, key.OwnerId)), await people.Cards(ids, stop), form) { Machine = await machine.View(open, stop) };
        }

        private static UnitSegment? Unread(OpenUnit open) => open.Step == Step.Proofread ? open.Unit.Segments.Find(s => s.State == SegmentState.Translated) : null;
    }
}
