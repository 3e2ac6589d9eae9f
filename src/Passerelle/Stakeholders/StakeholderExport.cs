using Passerelle.Accounts.Contract;
using Passerelle.Platform.Documents;
using Passerelle.Platform.Localization;
using Passerelle.Stakeholders.Pages;
using static Passerelle.Stakeholders.Texts;

namespace Passerelle.Stakeholders;

/// <summary>The list as a file: what the page shows the same reader; contact data only in the rows in which they see it.</summary>
internal static class StakeholderExport
{
    public static IResult Of(HistoryFileKind kind, StakeholdersPage.View view)
    {
        var (full, contact) = (view.Reader.All || view.Reader.Led.Count > 0, view.Reader.Inside.Count > 0);
        string[] heads =
        [
            T("name"), T("kind"), T("organisation"), T("roles"), .. full ? [T("languages"), T("skills"), T("contact.last"), T("consent")] : Array.Empty<string>(),
            .. contact ? [T("email"), T("phone"), T("address")] : Array.Empty<string>(),
        ];
        var rows = view.Rows.Select(r => Cells(r, full, contact));
        return kind == HistoryFileKind.Csv ? TableFile.Csv(T("file"), heads, rows) : TableFile.Excel(T("file"), heads, rows);
    }

    private static IReadOnlyList<object> Cells(Row row, bool full, bool contact)
    {
        var (entry, consent) = (row.Entry, row.Entry.LastConsent);
        string[] more = !full ? [] : !row.Open ? ["", "", "", ""] :
        [
            string.Join(", ", entry.Languages.Select(LanguageName)), string.Join(", ", entry.Skills), row.LastContact?.Iso() ?? "",
            consent is null ? T("consent.none") : T($"consent.{consent.State}", consent.On.Iso()),
        ];
        return
        [
            entry.Name, KindName(entry.Type), row.Organisation ?? "", string.Join(" ; ", row.Roles.Now.Select(l => $"{l.As} – {l.Here}")), .. more,
            .. contact ? [row.Contact.Email ?? "", row.Contact.Phone ?? "", row.Contact.Address ?? ""] : Array.Empty<string>(),
        ];
    }
}
