using Passerelle.Kernels.Translation.Segmentation;

namespace Passerelle.Kernels.Translation.Tests.Segmentation;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("M. Dupont et Mme Martin ouvrent la séance. MM. Leroy et Maes suivent.", "M. Dupont et Mme Martin ouvrent la séance.|MM. Leroy et Maes suivent.")]
    [InlineData("Voir art. 3, p. 12 et pp. 14-15. Le n° 7 est prêt.", "Voir art. 3, p. 12 et pp. 14-15.|Le n° 7 est prêt.")]
    [InlineData("J.-P. Martin et P. Dupont animent le groupe. Ils sont deux.", "J.-P. Martin et P. Dupont animent le groupe.|Ils sont deux.")]
    [InlineData("Le budget est de 1.234,56 euros. La version 3.2 suit.", "Le budget est de 1.234,56 euros.|La version 3.2 suit.")]
    [InlineData("1° Les statuts. 2° Le siège.", "1° Les statuts.|2° Le siège.")]
    [InlineData("Il dit : « Oui. » Puis il part.", "Il dit : « Oui. »|Puis il part.")]
    [InlineData("Il dit :\u00A0«\u00A0Oui\u00A0!\u00A0» Puis il part.", "Il dit :\u00A0«\u00A0Oui\u00A0!\u00A0»|Puis il part.")]
    [InlineData("« Oui ! » dit-il. Elle part.", "« Oui ! » dit-il.|Elle part.")]
    [InlineData("Et puis… Rien. Et puis... Rien.", "Et puis…|Rien.|Et puis...|Rien.")]
    [InlineData("Et puis… rien ; des vélos, des trains, etc. en ville.", "Et puis… rien ; des vélos, des trains, etc. en ville.")]
    [InlineData("Des vélos, des trains, etc. Le reste suit.", "Des vélos, des trains, etc.|Le reste suit.")]
    [InlineData("Écrivez à info@example.eu. Voir www.eurometropolis.eu. Merci !", "Écrivez à info@example.eu.|Voir www.eurometropolis.eu.|Merci !")]
    [InlineData("Le plan B. Les élus décident.", "Le plan B.|Les élus décident.")]
    [InlineData("Au bord de la mer. Un jeu. Le vol.", "Au bord de la mer.|Un jeu.|Le vol.")]
    [InlineData("Il a écrit (…) Que faire ?", "Il a écrit (…) Que faire ?")]
    [InlineData("Le texte (voir plus haut.) Puis la suite.", "Le texte (voir plus haut.)|Puis la suite.")]
    [InlineData("Le 3. 12. 2026 à Tournai. Fin.", "Le 3. 12. 2026 à Tournai.|Fin.")]
    [InlineData("Prix : 12 €. 40 personnes sont venues.", "Prix : 12 €.|40 personnes sont venues.")]
    [InlineData("<1/>\n<2>…</2>\n<2>3</2> <b>", "<2>3</2> <b>")]
    [InlineData("<1>Un. Deux <1>mots</1> ici. Trois</1>. Quatre.", "<1>Un. Deux <1>mots</1> ici. Trois</1>.|Quatre.")]
    [InlineData("Un <1>mot. Deux</1> ici.<2/> <3>Trois.</3> Quatre.", "Un <1>mot. Deux</1> ici.<2/>|<3>Trois.</3>|Quatre.")]
    public void French_is_cut_where_its_sentences_end(string text, string segments) => Holds("fr", text, segments);

    [Theory]
    [InlineData("Dhr. Maes en mevr. De Smet openen de zitting. Zij zijn met twee.", "Dhr. Maes en mevr. De Smet openen de zitting.|Zij zijn met twee.")]
    [InlineData("Zie blz. 12, art. 3 en nr. 7. Dat is bv. Kortrijk.", "Zie blz. 12, art. 3 en nr. 7.|Dat is bv. Kortrijk.")]
    [InlineData("O.a. Rijsel, d.w.z. Lille, m.b.t. Doornik, i.v.m. Moeskroen. Dat was het.", "O.a. Rijsel, d.w.z. Lille, m.b.t. Doornik, i.v.m. Moeskroen.|Dat was het.")]
    [InlineData("Van maandag t.e.m. Vrijdag. Om 9.30 uur begint het.", "Van maandag t.e.m. Vrijdag.|Om 9.30 uur begint het.")]
    [InlineData("Fietsen, treinen, enz. in de stad. Fietsen, enz. De rest volgt.", "Fietsen, treinen, enz. in de stad.|Fietsen, enz.|De rest volgt.")]
    [InlineData("‘Ja.’ Daarna ging hij. “Neen!” Zij bleef.", "‘Ja.’|Daarna ging hij.|“Neen!”|Zij bleef.")]
    [InlineData("\"Ja.\" Daarna ging hij.", "\"Ja.\"|Daarna ging hij.")]
    [InlineData("Hij is lid. De zaal zit vol. De zon schijnt.", "Hij is lid.|De zaal zit vol.|De zon schijnt.")]
    [InlineData("Het kost 1.234,56 euro. Het is 's avonds. 's Morgens niet.", "Het kost 1.234,56 euro.|Het is 's avonds.|'s Morgens niet.")]
    [InlineData("Plan B. Het werkt. P. De Smet komt.", "Plan B.|Het werkt.|P. De Smet komt.")]
    public void Dutch_is_cut_where_its_sentences_end(string text, string segments) => Holds("nl-BE", text, segments);

    [Theory]
    [InlineData("Mr. Smith met Dr. Jones. They agreed, e.g. On Monday.", "Mr. Smith met Dr. Jones.|They agreed, e.g. On Monday.")]
    [InlineData("See fig. 3 and no. 7. Say no. The art is long.", "See fig. 3 and no. 7.|Say no.|The art is long.")]
    [InlineData("It is 1,234.56 at 3.2 p.m. today. Really?! Yes.", "It is 1,234.56 at 3.2 p.m. today.|Really?!|Yes.")]
    public void English_is_cut_where_its_sentences_end(string text, string segments) => Holds("en", text, segments);

    [Fact]
    public void Lines_and_what_says_nothing_are_glue()
    {
        var text = Segmenter.Default.Split("1. Le siège\r\n\r\n \u00A0---\n\tKortrijk. \u2028Tournai…", "fr");
        Assert.Equal(["1. Le siège", "Kortrijk.", "Tournai…"], text.Segments);
        Assert.Equal(["\r\n\r\n \u00A0---\n\t", " \u2028"], text.Pieces.Where(p => !p.IsSegment).Select(p => text.Source.Substring(p.At, p.Length)));
        Assert.Empty(Segmenter.Default.Split("", "fr").Pieces);
        Assert.Equal("Het hoofdkwartier\r\n\r\n \u00A0---\n\tKortrijk. \u2028Doornik…", text.Join(["Het hoofdkwartier", null, "Doornik…"]));
    }

    [Fact]
    public void Another_number_of_replacements_than_of_segments_is_refused()
    {
        var text = Segmenter.Default.Split("Un. Deux.", "fr");
        Assert.Throws<ArgumentException>(() => text.Join(["Een."]));
        Assert.Throws<ArgumentException>(() => text.Join(["Een.", "Twee.", "Drie."]));
    }

    private static void Holds(string language, string text, string segments)
    {
        var cut = Segmenter.Default.Split(text, language);
        Assert.Equal(segments.Split('|'), cut.Segments);
        Assert.Equal(text, Given.Whole(cut));
    }
}
