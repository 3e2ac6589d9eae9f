using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web;

/// <summary>A text in the official languages, as one field.</summary>
public sealed partial class Form
{
    /// <summary>
    /// A text in both languages: fields «name.fr», «name.nl», and «name.source» for the language it was first
    /// written in. The source is required; each other one is filled in or, by the tick «name.desk», left to the
    /// translators: nobody forgets a language by accident. What is typed beside the tick stays, as a draft.
    /// </summary>
    public LocalizedText Localized(string field, LocalizedText? before = null, int max = 200, bool optional = false)
    {
        var source = this[field + ".source"];
        if (!Language.Official.Contains(source))
        {
            source = before?.IsEmpty == false ? before.Source : Language.Official.FirstOrDefault(l => this[$"{field}.{l}"].Trim().Length > 0) ?? Language.Content;
        }

        if (optional && this[$"{field}.{source}"].Trim().Length == 0)
        {
            source = Language.Official.FirstOrDefault(l => this[$"{field}.{l}"].Trim().Length > 0) ?? source;
        }

        Dictionary<string, string?> values = [];
        foreach (var language in Language.Official)
        {
            var name = $"{field}.{language}";
            var text = max <= 300 ? Clean.Sentence(this[name]) : Clean.Text(this[name]);
            values[language] = Checked(name, text, max, optional || language != source);
        }

        if (values[source] is { Length: > 0 } && !Ticked(field + ".desk"))
        {
            foreach (var language in Language.Official.Where(l => string.IsNullOrEmpty(values[l])))
            {
                Fail($"{field}.{language}", WebTexts.T("form.otherlanguage"));
            }
        }

        return (before ?? LocalizedText.Empty()).Revised(source, values);
    }
}
