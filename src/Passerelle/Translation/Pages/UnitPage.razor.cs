using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using Passerelle.Translation.Machine;
using Conflict = Passerelle.Platform.Conflict;

namespace Passerelle.Translation.Pages;

/// <summary>The editor: a text with its translation, segment by segment, and what helps with the one that somebody works on.</summary>
public sealed partial class UnitPage
{
    private const int Tries = 3;
    private const int MostTyped = 20_000;

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

    internal static async Task<IResult> Get(string owner, Guid id, string property, string into, Visit visit, Tools tools)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var stop = visit.Http.RequestAborted;
        var order = int.TryParse(visit.Query("segment"), out var n) ? n - 1 : (int?)null;
        var view = await tools.See(new(owner, id, property, into), who, order, Form.Of(), stop);
        if (view is { Active: { } active, Aid: { } aid } && Inserted(visit.Query("insert"), active, aid) is { } words)
        {
            view = await tools.See(view.Open.Text.Key, who, active.Order, Form.Of(("target", words)), stop);
        }

        return view is null ? visit.Refuse(confidential: true) : Show(view);
    }

    /// <summary>What is being typed is kept, and what the checks say of it is the answer: a fragment for the page's script, the page for who has none.</summary>
    internal static Task<IResult> Type(string owner, Guid id, string property, string into, int order, Visit visit, Tools tools) =>
        Act(new(owner, id, property, into), order - 1, visit, tools, (open, segment, form) =>
        {
            open.Unit.Type(segment, Target(form), StepFor(visit.Who!, open), visit.Act);
            return Task.FromResult(true);
        }, order - 1, fragment: visit.Http.Request.Headers["X-Fragment"] == "1");

    internal static Task<IResult> Confirm(string owner, Guid id, string property, string into, int order, Visit visit, Tools tools) =>
        Act(new(owner, id, property, into), order - 1, visit, tools, async (open, segment, form) =>
        {
            var target = Target(form);
            var faults = await tools.Aid.Faults(open, segment, target, visit.Http.RequestAborted);
            if (target.Length > 0 && faults.Count > 0)
            {
                form.Fail("target", Texts.T("rule.faults", Say.All([.. faults.Select(Words.Of)])));
                return false;
            }

            await tools.Store.Confirm(open, segment, target, StepFor(visit.Who!, open), visit.Act, visit.Http.RequestAborted);
            return true;
        }, next: null);

    internal static Task<IResult> Note(string owner, Guid id, string property, string into, int order, Visit visit, Tools tools) =>
        Act(new(owner, id, property, into), order - 1, visit, tools, (open, segment, form) =>
        {
            var text = form.Line("note", 1000);
            if (form.Ok)
            {
                open.Unit.Say(form.Once, segment, text, visit.Act);
            }

            return Task.FromResult(form.Ok);
        }, order - 1);

    internal static Task<IResult> Dismiss(string owner, Guid id, string property, string into, int order, Visit visit, Tools tools) =>
        Act(new(owner, id, property, into), order - 1, visit, tools, async (open, segment, form) =>
        {
            var (key, reason) = (form["key"], form.Line("reason", 300));
            var aid = await tools.Aid.For(open, segment, Target(form) is { Length: > 0 } typed ? typed : segment.Target, visit.Http.RequestAborted);
            if (!aid.Findings.Any(f => f.Key == key))
            {
                return form.Ok; // said twice, or no longer so
            }

            if (form.Ok)
            {
                open.Unit.Dismiss(segment, key, reason, visit.Act);
            }

            return form.Ok;
        }, order - 1);

    /// <summary>Handed in, read over, or approved: the next step of the whole text.</summary>
    internal static async Task<IResult> Forward(string owner, Guid id, string property, string into, Visit visit, Tools tools)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var (key, stop, form) = (new TextKey(owner, id, property, into), visit.Http.RequestAborted, await Form.Read(visit.Http.Request));
        try
        {
            var step = await Again(tools.Db, async () =>
            {
                if (await tools.Store.Take(key, who, stop) is not { } open)
                {
                    return (Step?)null;
                }

                if (form["revision"] != open.Text.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture))
                {
                    throw new RuleBroken(Texts.T("rule.moved"), "handin");
                }

                if (!MayForward(who, open.Step))
                {
                    throw new RuleBroken(Texts.T(open.Step == Step.Approve ? "rule.mayapprove" : "rule.mayread"), "handin");
                }

                await tools.Store.Forward(open, visit.Act, stop);
                await tools.Db.SaveChangesAsync(stop);
                return open.Step;
            });
            return step is null ? visit.Refuse(confidential: true) : visit.Done("/desk/translation", Texts.T("forward.said." + step.Value.ToString().ToLowerInvariant()), Texts.T("forward.see"), Href.To(key.Path));
        }
        catch (RuleBroken broken)
        {
            tools.Db.ChangeTracker.Clear();
            form.Fail(broken.Field ?? "", broken.Message);
            return Show((await tools.See(key, who, null, form, stop))!, form);
        }
    }

    internal static bool MayForward(Visitor who, Step step) => step switch
    {
        Step.Proofread => TranslationAccess.MayProofread(who),
        Step.Approve => TranslationAccess.MayAssign(who),
        _ => true,
    };

    /// <summary>Who may not read over translates, whatever the text waits for.</summary>
    private static Step StepFor(Visitor who, OpenUnit open) => open.Step == Step.Proofread && !TranslationAccess.MayProofread(who) ? Step.Translate : open.Step;

    private static async Task<IResult> Act(TextKey key, int order, Visit visit, Tools tools, Func<OpenUnit, UnitSegment, Form, Task<bool>> act, int? next, bool fragment = false)
    {
        if (visit.Who is not { } who || !TranslationAccess.MayWork(who))
        {
            return visit.Refuse();
        }

        var (stop, form) = (visit.Http.RequestAborted, await Form.Read(visit.Http.Request));
        try
        {
            var done = await Again(tools.Db, async () =>
            {
                if (await tools.Store.Take(key, who, stop) is not { } open)
                {
                    return (bool?)null;
                }

                if (form["revision"] != open.Text.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture))
                {
                    throw new Conflict();
                }

                if (!await act(open, open.Unit.Segment(order, form.Version), form))
                {
                    return false;
                }

                await tools.Db.SaveChangesAsync(stop);
                return true;
            });
            tools.Db.ChangeTracker.Clear();
            return done is null ? visit.Refuse(confidential: true)
                : fragment ? await Fragment(key, who, order, tools, stop)
                : done == true ? visit.Go(await Next(key, who, next, order, tools, stop))
                : Show((await tools.See(key, who, order, form, stop))!, form);
        }
        catch (RuleBroken broken)
        {
            tools.Db.ChangeTracker.Clear();
            form.Fail(broken.Field ?? "", broken.Message);
            return Show((await tools.See(key, who, order, form, stop))!, form);
        }
        catch (Conflict)
        {
            tools.Db.ChangeTracker.Clear();
            var view = (await tools.See(key, who, order, Form.Of(), stop))! with { Lost = Target(form) };
            return fragment ? new RazorComponentResult<Findings>(new Dictionary<string, object?> { ["Moved"] = true }) { StatusCode = 409 } : Show(view, StatusCodes.Status409Conflict);
        }
    }

    private static async Task<string> Next(TextKey key, Visitor who, int? next, int order, Tools tools, CancellationToken stop)
    {
        if (next is null)
        {
            var open = (await tools.Store.Read(key, who, stop))!;
            bool IsLeft(UnitSegment segment) => open.Step == Step.Proofread ? segment.State < SegmentState.Proofread : !segment.IsDone;
            next = (open.Unit.Segments.Find(s => s.Order > order && IsLeft(s)) ?? open.Unit.Segments.Find(IsLeft))?.Order;
        }

        return next is { } n ? $"{key.Path}?segment={n + 1}#s{n + 1}" : $"{key.Path}?segment={order + 1}#handin";
    }

    private static async Task<IResult> Fragment(TextKey key, Visitor who, int order, Tools tools, CancellationToken stop)
    {
        var view = (await tools.See(key, who, order, Form.Of(), stop))!;
        return new RazorComponentResult<Findings>(new Dictionary<string, object?> { ["Aid"] = view.Aid, ["Version"] = view.Active!.Version });
    }

    /// <summary>Two who work on the same text at once, in different segments, both find their words there.</summary>
    private static async Task<T> Again<T>(PlatformDb db, Func<Task<T>> work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (DbUpdateException e) when (tries < Tries && (e is DbUpdateConcurrencyException || db.IsDuplicate(e)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private static string? Inserted(string? what, UnitSegment segment, SegmentAid aid) =>
        what == "source" ? segment.Source : int.TryParse(what, out var n) && n > 0 && n <= aid.Suggestions.Count ? aid.Suggestions[n - 1].Target : null;

    private static string Target(Form form) => Clean.Sentence(form["target"]) is { Length: <= MostTyped } words ? words : throw new RuleBroken(Texts.T("rule.long"), "target");
}
