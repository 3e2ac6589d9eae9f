using CsCheck;
using Passerelle.Kernels.Translation.Distance;
using Passerelle.Kernels.Translation.Memory;

namespace Passerelle.Kernels.Translation.Tests.Memory;

public sealed class MemoryIndexTests
{
    private static readonly Gen<string> Segment = Pick.Of("le", "la", "parc", "bleu", "ouvert", "12", "3", ",", "commune", "rivière", "Le", "un").Array[0, 9].Select(w => string.Join(' ', w));

    [Fact]
    public void The_same_segment_between_the_same_ones_comes_first_then_the_same_then_the_like()
    {
        using var index = Of(("Le parc est ouvert.", "Het park is open.", 0), ("Le parc est ouvert.", "Het park is geopend.", MemoryContext.Of("Bonjour.", null)), ("Le parc est fermé.", "Het park is gesloten.", 0), ("Rien à voir ici du tout.", "Niets.", 0));
        var found = index.Find("Le parc est ouvert.", MemoryContext.Of("Bonjour.", null));
        Assert.Equal([(101, MatchKind.InContext, "Het park is geopend."), (100, MatchKind.Exact, "Het park is open."), (80, MatchKind.Fuzzy, "Het park is gesloten.")], found.Select(f => (f.Score, f.Kind, f.Target)));
        Assert.Equal([100, 100, 80], index.Find("Le parc est ouvert.").Select(f => f.Score));
        Assert.Single(index.Find("Le parc est ouvert.", most: 1));
        Assert.Empty(index.Find("Le parc est fermé", least: 90));
        Assert.NotEqual(MemoryContext.Of("a", null), MemoryContext.Of(null, "a"));
    }

    [Fact]
    public void The_one_in_context_is_found_among_a_thousand_that_are_equal()
    {
        var context = MemoryContext.Of("Bonjour.", "Merci.");
        using var index = Of([("Oui.", "Jazeker.", context), .. Enumerable.Range(0, 1000).Select(i => ("Oui.", "Ja " + i, MemoryContext.Of("Non.", "" + i)))]);
        Assert.Equal([(101, "Jazeker."), (100, "Ja 999"), (100, "Ja 998")], index.Find("Oui.", context, most: 3).Select(f => (f.Score, f.Target)));
    }

    [Theory]
    [InlineData("Il y a 12 vélos.", "Il y a 1 300,5 vélos.", "Er zijn 12 fietsen.", "Er zijn 1.300,5 fietsen.")]
    [InlineData("De 3 à 5 jours en 2026.", "De 4 à 6 jours en 2027.", "Van 3 tot 5 dagen in 2026.", "Van 4 tot 6 dagen in 2027.")]
    [InlineData("Budget : 1 500 €", "Budget : 2 250 €", "Budget: 1 500 €", "Budget: 2 250 €")]
    [InlineData("Version 3.2", "Version 3.4", "Versie 3.2", "Versie 3.4")]
    [InlineData("En 2026, 2026 élus.", "En 2027, 2027 élus.", "In 2026, 2026 verkozenen.", "In 2027, 2027 verkozenen.")]
    public void Other_numbers_are_put_into_the_target(string old, string asked, string target, string adapted)
    {
        using var index = Of((old, target, 0));
        var match = Assert.Single(index.Find(asked));
        Assert.Equal((99, MatchKind.Adapted, adapted, target), (match.Score, match.Kind, match.Target, match.Pair.Target));
    }

    [Theory]
    [InlineData("Les 3 ou 3 autres jours.", "Les 4 ou 5 autres jours.", "De 3 of 3 andere dagen.")]
    [InlineData("Il y a 2 vélos là.", "Il y a 7 vélos là.", "Er zijn twee fietsen.")]
    [InlineData("Il y a 2 vélos là.", "Il y a 2 Vélos là.", "Er zijn 2 fietsen.")]
    [InlineData("Il y a 2 vélos là.", "Il y a 3 Vélos là.", "Er zijn 2 fietsen.")]
    public void Where_a_number_would_be_a_guess_the_target_stays_as_it_is(string old, string asked, string target)
    {
        using var index = Of((old, target, 0));
        var match = Assert.Single(index.Find(asked));
        Assert.Equal((99, MatchKind.Fuzzy, target), (match.Score, match.Kind, match.Target));
    }

    [Fact]
    public void A_pair_goes_and_comes_back_changed()
    {
        using var index = Of(("Un", "Een", 0), ("Deux", "Twee", 0));
        Assert.True(index.Remove(0));
        Assert.False(index.Remove(0));
        Assert.Empty(index.Find("Un"));
        Assert.Empty(index.Concordance("een", MemorySide.Target));
        index.Add(new(1, "Trois", "Drie"));
        Assert.Equal(1, index.Count);
        Assert.Empty(index.Find("Deux"));
        Assert.Equal("Drie", Assert.Single(index.Find("Trois")).Target);
    }

    [Fact]
    public void What_is_found_is_what_comparing_with_all_finds() => Gen.Select(Segment.Array[0, 40], Segment, Gen.Int[1, 100], Gen.Int[0, 40]).Sample((segments, asked, least, removed) =>
    {
        using var index = Of([.. segments.Select((s, i) => (s, "doel " + i, 0UL))]);
        for (var i = 0; i < removed; i++)
        {
            Assert.Equal(i < segments.Length, index.Remove(i));
        }

        var scores = segments.Skip(removed).Where(s => s.Any(c => c != ' ') && asked.Any(c => c != ' ')).Select(s => (Score: Score.Of(asked, s), s)).Where(s => s.Score >= least).OrderByDescending(s => s.Score);
        var found = index.Find(asked, least: least, most: 100).Where(f => f.Pair.Source.Length > 0).ToList();
        Assert.Equal(scores.Select(s => s.Score), found.Select(f => f.Score));
        Assert.All(found, f => Assert.Equal(Score.Of(asked, f.Pair.Source), f.Score));
        Assert.Equal(Math.Max(0, segments.Length - removed), index.Count);
    }, iter: 3000);

    [Fact]
    public void An_index_out_of_which_most_has_been_taken_still_answers()
    {
        using var index = Of([.. Enumerable.Range(0, 4000).Select(i => ($"Le parc numéro {i} de la ville", $"Park {i}", 0UL))]);
        for (var i = 0; i < 3900; i++)
        {
            index.Remove(i);
        }

        Assert.Equal(100, index.Count);
        Assert.Equal("Park 3950", index.Find("Le parc numéro 3950 de la ville")[0].Target);
        Assert.Equal(["Park 3999"], index.Concordance("3999 VILLE", MemorySide.Source).Select(p => p.Target));
        Assert.Equal([99, 99, 99], index.Find("Le parc numéro 5 de la ville", most: 3).Select(f => f.Score));
    }

    [Fact]
    public async Task Many_read_while_one_writes()
    {
        using var index = Of(("Le parc est ouvert.", "Het park is open.", 0));
        using CancellationTokenSource end = new();
        var asked = 0;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                Assert.Equal("Het park is open.", index.Find("Le parc est ouvert.")[0].Target);
                Assert.NotEmpty(index.Concordance("park open", MemorySide.Target));
                Interlocked.Increment(ref asked);
            }
        })).ToArray();

        // On until they have read meanwhile, however late they start; or one of them failed.
        var last = 0;
        while (last < 3000 || (Volatile.Read(ref asked) < 100 && !Array.Exists(readers, r => r.IsCompleted)))
        {
            last++;
            index.Add(new(last, $"Le parc {last} est ouvert le {last % 31}.", "Park"));
            if (last % 3 == 0)
            {
                index.Remove(last);
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(1 + last - (last / 3), index.Count);
    }

    [Fact]
    public void Words_are_found_on_both_sides_whatever_their_case_and_accents_and_in_a_row_first()
    {
        using var index = Of(("L’Œuvre de la commune", "Het werk van de gemeente", 0), ("La commune frontalière", "De grensgemeente", 0), ("Une œuvre, une commune", "Coördinator", 0));
        Assert.Equal([2, 0], index.Concordance("oeuvre COMMUNE", MemorySide.Source).Select(p => (int)p.Origin));
        Assert.Equal([0L, 1], index.Concordance("la commune", MemorySide.Source).Select(p => p.Origin).Order());
        Assert.Equal("La commune frontalière", index.Concordance("commune frontaliere", MemorySide.Source)[0].Source);
        Assert.Equal(2, Assert.Single(index.Concordance("coordinator", MemorySide.Target)).Origin);
        Assert.Equal([1, 0], index.Concordance("de", MemorySide.Target, 5).Select(p => (int)p.Origin));
        Assert.Empty(index.Concordance("absent commune", MemorySide.Source));
        Assert.Empty(index.Concordance(" ", MemorySide.Source));
    }

    [Fact]
    public void Strange_texts_are_taken_as_they_come()
    {
        using var index = Of(("", "", 0), (new string('a', 5000), "lang", 0), ("a\uD83Db", "half", 0), (string.Join(' ', Enumerable.Range(0, 600).Select(i => "w" + i)), "veel", 0));
        Assert.Equal("lang", index.Find(new string('a', 5000))[0].Target);
        Assert.Equal("veel", index.Find(string.Join(' ', Enumerable.Range(0, 600).Select(i => "w" + i)))[0].Target);
        Assert.Equal(100, Assert.Single(index.Find("")).Score);
        Assert.Equal("half", index.Find("a\uD83Db")[0].Target);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Find("a", least: 0));
    }

    private static MemoryIndex Of(params (string Source, string Target, ulong Context)[] pairs)
    {
        MemoryIndex index = new("fr", "nl");
        for (var i = 0; i < pairs.Length; i++)
        {
            index.Add(new(i, pairs[i].Source, pairs[i].Target, pairs[i].Context));
        }

        return index;
    }
}
