using System.Globalization;
using System.Text;

namespace Passerelle.Platform.Localization;

/// <summary>Text made comparable: lower case, no accents, œ as oe, typographic apostrophes plain, spaces single.</summary>
public static class Fold
{
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        var space = true;
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                if (!space)
                {
                    result.Append(' ');
                }

                space = true;
                continue;
            }

            space = false;
            var lower = char.ToLowerInvariant(c);
            _ = lower switch
            {
                'œ' => result.Append("oe"),
                'æ' => result.Append("ae"),
                'ß' => result.Append("ss"),
                'ø' => result.Append('o'),
                '’' or '‘' => result.Append('\''),
                _ => result.Append(lower),
            };
        }

        return result.ToString().TrimEnd();
    }
}
