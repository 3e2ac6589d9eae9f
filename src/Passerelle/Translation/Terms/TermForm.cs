using Passerelle.Platform;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Web;
using static Passerelle.Translation.Terms.TermTexts;
using TermStatus = Passerelle.Kernels.Translation.TermStatus;

namespace Passerelle.Translation.Terms;

/// <summary>The fields of a term: a word in each official language, and what is said of them.</summary>
internal static class TermForm
{
    /// <summary>The choices of «status»: of a forbidden pair it says whose word is wrong.</summary>
    public static IReadOnlyList<(string Value, string Label)> Statuses =>
    [
        .. new[] { TermStatus.Preferred, TermStatus.Admitted }.Select(s => (s.ToString(), StatusName(s, null))),
        .. Language.Official.Select(l => (ValueOf(TermStatus.Forbidden, l), StatusName(TermStatus.Forbidden, l))),
    ];

    public static IReadOnlyList<(string Value, string Label)> Surenesses => [.. Enum.GetValues<Sureness>().Select(s => (s.ToString(), SurenessName(s)))];

    /// <summary>What was typed; null, with the faults at their fields, when it is no term.</summary>
    public static (TermPair Pair, TermFacts Facts)? ReadTerm(this Form form)
    {
        var words = Language.Official.Select(l => (Language: l, Text: form.Line(TermPair.Field(l), Term.WordLimit, optional: true))).ToList();
        var typed = words.FindAll(w => w.Text.Length > 0);
        foreach (var (language, _) in typed.Count < 2 ? words.FindAll(w => w.Text.Length == 0) : typed.Skip(2))
        {
            form.Fail(TermPair.Field(language), T(typed.Count < 2 ? "rule.both" : "rule.two"));
        }

        var (sureness, definition) = (form.Choice<Sureness>("sureness"), Some(form.Text("definition", Term.DefinitionLimit, optional: true)));
        var facts = new TermFacts(default, null, sureness ?? default, definition, Some(form.Text("note", Term.NoteLimit, optional: true)), Some(form.Line("origin", Term.OriginLimit, optional: true)));
        if (!Statuses.Any(s => s.Value == form["status"]))
        {
            form.Fail("status", T("rule.status"));
        }

        TermPair? pair = null;
        form.Try(() =>
        {
            var parts = form["status"].Split('.');
            facts = facts with { Status = Enum.Parse<TermStatus>(parts[0]), Wrong = parts.ElementAtOrDefault(1) };
            pair = TermPair.Of(typed[0].Language, typed[0].Text, typed[1].Language, typed[1].Text);
            facts.MustFit(pair);
        });
        return form.Ok ? (pair!, facts) : null;
    }

    public static Form Filled(Term term) => Form.VersionOf(term)
        .With(TermPair.Field(term.FromLanguage), term.From).With(TermPair.Field(term.ToLanguage), term.To)
        .With("status", ValueOf(term.Status, term.Wrong)).With("sureness", term.Sureness.ToString())
        .With("definition", term.Definition).With("note", term.Note).With("origin", term.Origin);

    private static string ValueOf(TermStatus status, string? wrong) => wrong is null ? status.ToString() : $"{status}.{wrong}";

    private static string? Some(string typed) => typed.Length == 0 ? null : typed;
}
