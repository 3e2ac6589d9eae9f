using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Web;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders.Pages;

/// <summary>
/// Makes one entry of two: the first stays, and of each value one is chosen. Whoever comes second finds what happened
/// meanwhile.
/// </summary>
public sealed partial class MergePage
{
    private const string OtherVersion = "version.other";

    /// <param name="Happened">What somebody else did meanwhile.</param>
    /// <param name="Survivor">Where an entry that is merged already goes on.</param>
    public sealed record View(Form Form, Row One, Row Other, bool Contact, IReadOnlyList<HistoryLine> Happened, Guid? Survivor);

    internal static async Task<IResult> Get(Guid id, Guid other, Visit visit, PlatformDb db, Reach reach, RoleBook book, StakeholderSearch search)
    {
        var (pair, instead) = await visit.OpenPair(db, reach, book, id, other);
        return instead ?? (!pair.BothPresent ? await visit.ToSurvivor(db, pair.One.IsPresent ? other : id) : Show(await With(Filled(pair), pair, search, [], null, visit)));
    }

    internal static async Task<IResult> Post(Guid id, Guid other, Visit visit, PlatformDb db, Reach reach, RoleBook book, StakeholderSearch search, EventWording wording, HttpContext http)
    {
        var (pair, instead) = await visit.OpenPair(db, reach, book, id, other);
        if (instead is not null)
        {
            return instead;
        }

        var form = await Form.Read(http.Request);
        var choice = Read(form, pair.Contact);
        if (await form.SaveAlone(db, async () => Form.VersionOf((await db.Stakeholder(id)) ?? pair.One), () => Merge(id, other, form, choice, db, visit)))
        {
            return visit.Done($"/desk/stakeholders/{id}", T("merge.done"), T("duplicates"), Href.To("/desk/stakeholders/duplicates"));
        }

        if (!form.Conflicted)
        {
            return Show(await With(form, pair, search, [], null, visit), form);
        }

        // The versions that are stored by now, so that a second sending is a choice made with both in view.
        var (now, gone) = await visit.OpenPair(db, reach, book, id, other);
        if (gone is not null)
        {
            return gone;
        }

        form.Set(OtherVersion, Plain(now.Other.Version));
        var survivor = now.BothPresent ? null : await db.SurvivorOf(now.One.IsPresent ? other : id, http.RequestAborted);
        return Show(await With(form, now, search, await db.LastOf(wording, id, other, http.RequestAborted), survivor, visit), form);
    }

    private static async Task Merge(Guid id, Guid other, Form form, MergeChoice choice, PlatformDb db, Visit visit)
    {
        var (one, two) = ((await db.Stakeholder(id))!, id == other ? null : await db.Stakeholder(other));
        if (two is null)
        {
            one.Absorb(one, form.Once, choice, [], visit.Act);
            return;
        }

        one.MustBe(form.Version);
        two.MustBe(int.TryParse(form[OtherVersion], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
        one.Absorb(two, form.Once, choice, await db.Set<Stakeholder>().Where(s => s.OrganisationId == other).ToListAsync(), visit.Act);
    }

    private static MergeChoice Read(Form form, bool contact)
    {
        bool? Of(string field) => form[field] switch { "one" => false, "other" => true, _ => null };
        return contact ? new(Of("name"), Of("organisation"), Of("email"), Of("phone"), Of("address")) : new(Of("name"), Of("organisation"));
    }

    private static Form Filled(Pair pair)
    {
        var (form, preset) = (Form.VersionOf(pair.One).With(OtherVersion, Plain(pair.Other.Version)), pair.One.Preset(pair.Other));
        form.With("name", Word(preset.Name)).With("organisation", Word(preset.Organisation));
        return pair.Contact ? form.With("email", Word(preset.Email)).With("phone", Word(preset.Phone)).With("address", Word(preset.Address)) : form;
    }

    private static async Task<View> With(Form form, Pair pair, StakeholderSearch search, IReadOnlyList<HistoryLine> happened, Guid? survivor, Visit visit)
    {
        var rows = await search.Rows(pair.One.Id == pair.Other.Id ? [pair.One] : [pair.One, pair.Other], pair.Reader, visit.Http.RequestAborted);
        return new(form, rows[0], rows[^1], pair.Contact, happened, survivor);
    }

    private static string Word(bool? other) => other == true ? "other" : "one";

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The values that differ, each with the two to choose from.</summary>
    private IEnumerable<(string Field, string Label, string One, string Other)> Choices
    {
        get
        {
            var (one, other) = (Model.One, Model.Other);
            List<(string Field, string Label, string? One, string? Other)> all = [("name", T("name"), one.Entry.Name, other.Entry.Name), ("organisation", T("organisation"), one.Organisation, other.Organisation)];
            if (Model.Contact)
            {
                all.AddRange([("email", T("email"), one.Entry.Email, other.Entry.Email), ("phone", T("phone"), one.Entry.Phone, other.Entry.Phone), ("address", T("address"), one.Entry.Address, other.Entry.Address)]);
            }

            return all.Where(c => c.One != c.Other).Select(c => (c.Field, c.Label, c.One ?? T("nothing"), c.Other ?? T("nothing")));
        }
    }
}
