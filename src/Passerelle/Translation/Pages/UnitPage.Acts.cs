using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using Conflict = Passerelle.Platform.Conflict;

namespace Passerelle.Translation.Pages;

/// <summary>What an act on a segment comes to: the next one, the page with what is wrong, or what somebody else did meanwhile.</summary>
public sealed partial class UnitPage
{
    private const int Tries = 3;

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
}
