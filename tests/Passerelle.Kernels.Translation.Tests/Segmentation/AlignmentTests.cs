using Passerelle.Kernels.Translation.Segmentation;

namespace Passerelle.Kernels.Translation.Tests.Segmentation;

public sealed class AlignmentTests
{
    private static readonly string[] French =
    [
        "La gare ferme à vingt heures depuis le mois de mars.",
        "Oui.",
        "Les voyageurs venus de Courtrai attendent dehors, sous la pluie, sans un banc ni une lampe.",
        "Nous demandons un abri.",
    ];

    [Fact]
    public void As_many_segments_on_both_sides_are_taken_one_for_one() =>
        Assert.Equal(["Ja.", "Nee."], Alignment.Pair(["Oui.", "Non."], ["Ja.", "Nee."]));

    [Fact]
    public void A_sentence_that_became_two_keeps_both()
    {
        string[] dutch = ["Het station sluit sinds maart om acht uur 's avonds.", "Ja.", "De reizigers uit Kortrijk wachten buiten in de regen.", "Er is geen bank en geen lamp.", "Wij vragen een schuilhuisje."];
        Assert.Equal([dutch[0], dutch[1], $"{dutch[2]} {dutch[3]}", dutch[4]], Alignment.Pair(French, dutch));
    }

    [Fact]
    public void A_sentence_that_was_left_out_is_missed_where_it_was()
    {
        string[] dutch = ["Het station sluit sinds maart om acht uur 's avonds.", "Ja.", "Wij vragen een schuilhuisje."];
        Assert.Equal([dutch[0], dutch[1], "", dutch[2]], Alignment.Pair(French, dutch));
    }

    [Fact]
    public void Without_a_translation_there_is_none_and_without_a_source_nothing()
    {
        Assert.Equal(["", ""], Alignment.Pair(["Oui.", "Non."], []));
        Assert.Empty(Alignment.Pair([], ["Ja."]));
    }
}
