using System.Globalization;
using System.Text;

namespace Passerelle.Kernels.Similarity;

/// <summary>A text as a row of bare words: lower case, without accents, cut at all that is neither letter nor digit.</summary>
internal static class Words
{
    private static readonly Dictionary<string, HashSet<string>> Empty = new(StringComparer.Ordinal)
    {
        ["fr"] = Set("""
            a ai aie aient ailleurs ainsi alors apres as assez au aucun aucune aujourd auquel aussi autant autre autres aux avant avec avoir avons beaucoup
            c ca car ce ceci cela celle celles celui ces cet cette ceux chacun chaque chez ci comme comment contre d dans de debout dehors deja depuis derriere des
            deux devant devoir devrait devraient doit doivent donc dont du elle elles en encore enfin entre est et etaient etait etant etc ete etre eu eux faire
            fait faut faudrait font hui ici il ils j jamais je jusque l la laquelle le lequel les leur leurs lors lui m ma mais me meme memes mes mettre mieux moi
            moins mon n ne ni non nos notre nous on ont ou ouais par parce pas peu peut peuvent plein plus plusieurs plait plutot pour pourquoi pourrait pouvoir
            pres presque puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi rien s sa sans se sera serait ses si sien soi soit son sont
            sous souvent surtout sur t ta tant te tel telle tes toi ton tous tout toute toutes toujours tres trois trop tu un une unes uns va vers veut voici voila
            voudrais voudrait vont vos votre vous vraiment y
            """),
        ["nl"] = Set("""
            aan al alle alleen allemaal alles als altijd anders andere ben bent bij bijna daar daarom dan dat de deze die dit doen door drie dus een eens eerst en
            enkel er ergens even gaan gaat geen gewoon graag haar had hadden heb hebben hebt heeft heel heen hem hen het hier hij hoe hoewel hun ieder iedereen
            iemand iets ik in is ja je jij jou jouw jullie kan kon konden kunnen kunt laat laten liefst maak maar maken me meer mee meteen men met mij mijn moet
            moeten mogen naar na nergens net niemand niet niets nog nooit nu of om omdat onder ons onze ook op over overal per soms sommige staan staat steeds te
            tegen tegenwoordig ten ter terug toch toe tot tussen twee u uit uw van vanaf veel via vol voor waar waarom wanneer want waren was wat we wel weer wie
            wij wil willen word worden wordt zal ze zeer zelf zelfs zich zij zijn zo zoals zou zouden zonder zoveel zulke
            """),
    };

    public static IReadOnlyList<string> Of(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(letter))
            {
                Spell(word, char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    /// <summary>Whether a word says nothing by itself, such as an article.</summary>
    public static bool SaysNothing(string word, string language) => word.Length < 2 || (Empty.TryGetValue(language, out var set) && set.Contains(word));

    private static StringBuilder Spell(StringBuilder word, char letter) => letter switch
    {
        'œ' => word.Append("oe"),
        'æ' => word.Append("ae"),
        'ß' => word.Append("ss"),
        'ĳ' => word.Append("ij"),
        'ø' => word.Append('o'),
        _ => word.Append(letter),
    };

    private static HashSet<string> Set(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
