using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;

namespace Passerelle.Translation.Pages;

/// <summary>The editor: a text with its translation, segment by segment, and what helps with the one that somebody works on.</summary>
public sealed partial class UnitPage
{
    private const int MostTyped = 20_000;

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
            open.Unit.Type(segment, Target(form), open.StepFor(visit.Who!), visit.Act);
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

            await tools.Store.Confirm(open, [(segment, target)], open.StepFor(visit.Who!), visit.Act, visit.Http.RequestAborted);
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

                var waitedFor = open.Step;
                if (!MayForward(who, waitedFor))
                {
                    throw new RuleBroken(Texts.T(waitedFor == Step.Approve ? "rule.mayapprove" : "rule.mayread"), "handin");
                }

                await tools.Store.Forward(open, visit.Act, stop);
                await tools.Db.SaveChangesAsync(stop);
                return waitedFor;
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

    private static string? Inserted(string? what, UnitSegment segment, SegmentAid aid) =>
        what == "source" ? segment.Source : int.TryParse(what, out var n) && n > 0 && n <= aid.Suggestions.Count ? aid.Suggestions[n - 1].Target : null;

    private static string Target(Form form) => Clean.Sentence(form["target"]) is { Length: <= MostTyped } words ? words : throw new RuleBroken(Texts.T("rule.long"), "target");
}
