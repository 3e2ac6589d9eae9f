using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Pack;
using Passerelle.Tests.Host;
using Passerelle.Translation.Terms;

namespace Passerelle.Tests.Translation;

/// <summary>How the tests of the term base propose terms and send files.</summary>
internal static class TermsScene
{
    public const string At = "/fr/desk/terms";

    public static (string Name, string? Value)[] Typed(string french, string dutch, params (string Name, string? Value)[] more) =>
        [.. new (string Name, string? Value)[] { ("term.fr", french), ("term.nl", dutch), ("status", "Preferred"), ("sureness", "Attested") }.Where(f => more.All(m => m.Name != f.Name)), .. more];

    /// <summary>The message at a field, its spaces such as one types.</summary>
    public static string Error(this Answer answer, string field = "file") => (answer.ErrorAt(field) ?? "").Replace('\u00A0', ' ');

    /// <summary>Proposes a pair and tells its page.</summary>
    public static async Task<string> Propose(this Guest guest, string french, string dutch, params (string Name, string? Value)[] more)
    {
        var answer = await guest.Fill(At + "/new", Typed(french, dutch, more));
        Assert.True(answer.Location is not null, answer.Main);
        return answer.Location!;
    }

    public static Task<Term> Term(this TestPlatform platform, string french, string dutch) =>
        platform.Db(db => db.Set<Term>().AsNoTracking().SingleAsync(t => t.From == french && t.To == dutch));

    public static Guid OfPack(string french, string dutch) => PackIds.Of("term", TermPair.Of("fr", french, "nl", dutch).Key);

    public static Task<Answer> Upload(this Guest guest, string content, string name = "termes.tbx") => guest.Upload(Encoding.UTF8.GetBytes(content), name);

    public static async Task<Answer> Upload(this Guest guest, byte[] content, string name = "termes.tbx")
    {
        var form = await guest.Get(At + "/import");
        using var body = new MultipartFormDataContent { { new StringContent(form.Html.QuerySelector("[name=once]")!.GetAttribute("value")!), "once" }, { new ByteArrayContent(content), "file", name } };
        return await guest.Send(At + "/import", body);
    }

    /// <summary>Sends a file and looks at what it would change.</summary>
    public static async Task<Answer> Look(this Guest guest, string content, string name = "termes.tbx") => await guest.Follow(await guest.Upload(content, name));

    public static string Tbx(params string[] entries) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><tbx type="TBX-Basic" style="dca" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>{string.Concat(entries)}</body></text></tbx>""";

    public static string Entry(string id, params (string Language, string Text, string? Status)[] terms) =>
        $"""<conceptEntry id="{id}">{string.Concat(terms.Select(t => $"""<langSec xml:lang="{t.Language}"><termSec><term>{t.Text}</term>{(t.Status is null ? "" : $"""<termNote type="administrativeStatus">{t.Status}</termNote>""")}</termSec></langSec>"""))}</conceptEntry>""";
}
