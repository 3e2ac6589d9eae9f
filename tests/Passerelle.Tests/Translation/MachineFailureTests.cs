using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Jobs;
using Passerelle.Tests.Host;
using Passerelle.Translation;
using Passerelle.Translation.Machine;

namespace Passerelle.Tests.Translation;

/// <summary>Whatever a service answers, the desk works, says what is the matter, and what passes is tried again.</summary>
public sealed class MachineFailureTests(DeepLPlatform platform) : IClassFixture<DeepLPlatform>
{
    [Theory]
    [InlineData("campus-frontiere", 401, "DeepL n’accepte pas la clé de la plateforme.")]
    [InlineData("langage-clair", 403, "DeepL n’accepte pas la clé de la plateforme.")]
    [InlineData("sante-sans-frontiere", 413, "Le texte est trop long pour DeepL.")]
    [InlineData("emploi-sans-frontiere", 456, "Le quota chez DeepL est atteint.")]
    [InlineData("television-voisine", 404, "DeepL a refusé la demande.")]
    [InlineData("qualite-de-l-air", 302, "DeepL a refusé la demande.")]
    public async Task What_does_not_pass_is_said_with_its_code_and_may_be_asked_again(string slug, int status, string words)
    {
        var (path, translator) = await Asked(slug, MachineFake.Status(status));
        var page = await translator.Get("/fr" + path);
        Assert.Contains("Pas de traduction automatique. " + words, page.Main, StringComparison.Ordinal);
        Assert.Contains($"(code {status})", page.Main, StringComparison.Ordinal);
        Assert.Equal((AskState.Failed, 1), await StateOf(path));
        await Works(path, translator);

        platform.Engine.Reset();
        Assert.Equal(303, (int)(await translator.Submit(page, "#machine form")).Status);
        await platform.Minute();
        Assert.Equal(SegmentState.Machine, (await platform.Segments(path))[1].State);
    }

    [Theory]
    [InlineData("economie-circulaire", 429, "Le quota chez DeepL est atteint.")]
    [InlineData("bibliotheques-voisines", 500, "DeepL ne répond pas.")]
    [InlineData("gardiens-de-l-eau", 503, "DeepL ne répond pas.")]
    public async Task What_passes_is_tried_again_by_itself(string slug, int status, string words)
    {
        var (path, translator) = await Asked(slug, MachineFake.Status(status));
        Assert.Equal((AskState.Waiting, 1), await StateOf(path));
        var page = await translator.Get("/fr" + path);
        Assert.Contains(words, page.Main, StringComparison.Ordinal);
        Assert.Contains("Nouvel essai le", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#machine form"));
        await Works(path, translator);

        platform.Engine.Reset();
        await platform.Minute(3);
        Assert.Equal((AskState.Answered, 2), await StateOf(path));
        Assert.Equal(SegmentState.Machine, (await platform.Segments(path))[1].State);
    }

    [Theory]
    [InlineData("alternance", "<html>Bad gateway</html>", "Waiting", EngineCodes.Unreadable)]
    [InlineData("parc-bleu", "{}", "Waiting", EngineCodes.Unreadable)]
    [InlineData("espace-citoyen", "", "Waiting", EngineCodes.Unreadable)]
    [InlineData("mobilites-durables", """{"translations":[{"text":5},{"text":[]}]}""", "Waiting", EngineCodes.Unreadable)]
    [InlineData("jalons-cyclables", """{"translations":[{"text":"Een"}]}""", "Failed", EngineCodes.Count)]
    public async Task An_answer_that_says_nothing_or_too_little_changes_nothing(string slug, string body, string state, string code)
    {
        var (path, translator) = await Asked(slug, MachineFake.Words(body));
        var ask = await platform.Ask(path);
        Assert.Equal((state, code), (ask.State.ToString(), ask.Code));
        Assert.Empty(await platform.Segments(path));
        await Works(path, translator);
        platform.Engine.Reset();
        await platform.Settle();
    }

    [Fact]
    public async Task A_service_that_hangs_costs_one_wait_and_is_given_up_after_a_few_tries_and_no_other_job_suffers()
    {
        var (path, translator) = await Asked("observation-dynamique", http => Task.Delay(TimeSpan.FromSeconds(10), http.RequestAborted));
        Assert.Equal(EngineCodes.TimeOut, (await platform.Ask(path)).Code);
        platform.Engine.Instead = MachineFake.Status(500);
        foreach (var minutes in new[] { 3, 11, 61, 241 })
        {
            await platform.Minute(minutes);
        }

        Assert.Equal((AskState.Failed, MachineAsk.MostTries), await StateOf(path));
        Assert.Contains("Pas de traduction automatique. DeepL ne répond pas.", (await translator.Get("/fr" + path)).Main, StringComparison.Ordinal);
        Assert.Equal(0, await platform.Db(db => db.Set<JobRun>().CountAsync(r => r.Error != null)));
    }

    [Fact]
    public async Task A_stop_while_the_engine_is_asked_costs_minutes_and_not_a_day()
    {
        platform.Engine.Reset();
        await platform.Settle();
        var path = await platform.Fresh("proximite-ferrain");
        Assert.Equal(303, (int)(await (await platform.As("translator")).AskMachine(path)).Status);
        using var stop = new CancellationTokenSource();
        platform.Engine.Instead = async http =>
        {
            await stop.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(10), http.RequestAborted);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(platform.Clock.Now, stop.Token));
        Assert.Equal((AskState.Sent, 1), await StateOf(path));
        platform.Engine.Reset();
        await platform.Minute(14);
        Assert.Equal((AskState.Answered, 2), await StateOf(path));
    }

    [Fact]
    public async Task What_is_over_goes_after_a_week_with_the_words_that_it_holds()
    {
        var (path, _) = await Asked("proximite-lys", MachineFake.Status(456));
        var id = (await platform.Ask(path)).Id;
        await Run(platform.Clock.Now.AddDays(8));
        Assert.Equal(0, await platform.Db(db => db.Set<MachineAsk>().CountAsync(a => a.Id == id)));
        Assert.Equal(0, await platform.Db(db => db.Set<JobRun>().CountAsync(r => r.Job == MachineSender.Job)));
    }

    /// <summary>A translator does without it.</summary>
    private static async Task Works(string path, Guest translator) =>
        Assert.Equal(303, (int)(await translator.Confirm(await translator.Get("/fr" + path + "?segment=1"), "Een eerste punt.")).Status);

    private async Task<(AskState State, int Tries)> StateOf(string path) => await platform.Ask(path) is var ask ? (ask.State, ask.Tries) : default;

    private Task<int> Run(DateTimeOffset due, CancellationToken stop = default) => platform.Scope(async services =>
    {
        await services.GetRequiredService<MachineSender>().Run(due, stop);
        return 0;
    });

    private async Task<(string Path, Guest Translator)> Asked(string slug, Func<HttpContext, Task> instead)
    {
        platform.Engine.Reset();
        await platform.Settle();
        var path = await platform.Fresh(slug);
        var translator = await platform.As("translator");
        Assert.Equal(303, (int)(await translator.AskMachine(path)).Status);
        platform.Engine.Instead = instead;
        await platform.Minute();
        return (path, translator);
    }
}

public sealed class MachineAwayTests(AwayMachinePlatform platform) : IClassFixture<AwayMachinePlatform>
{
    [Fact]
    public async Task A_service_that_nobody_reaches_is_said_and_the_desk_works()
    {
        var path = await platform.Fresh("campus-frontiere");
        var translator = await platform.As("translator");
        Assert.Equal(303, (int)(await translator.AskMachine(path)).Status);
        for (var runs = 0; runs < 60 && (await platform.Ask(path)).Tries == 0; runs++)
        {
            await platform.Minute(); // one ask a run, as long as nobody answers: the demonstration's ideas stand before it
        }

        Assert.Equal(EngineCodes.Unreachable, (await platform.Ask(path)).Code);
        Assert.Contains("LibreTranslate ne répond pas.", (await translator.Get("/fr" + path)).Main, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await translator.Confirm(await translator.Get("/fr" + path), "Een eerste punt.")).Status);
    }
}

public sealed class MachineLibreTests(LibrePlatform platform) : IClassFixture<LibrePlatform>
{
    [Fact]
    public async Task LibreTranslate_is_asked_with_its_key_and_answers_for_several_sentences()
    {
        await platform.Settle();
        var path = await platform.Fresh("campus-frontiere");
        Assert.Equal(303, (int)(await (await platform.As("translator")).AskMachine(path)).Status);
        await platform.Minute();
        Assert.Equal(["Machine: Un premier point.", "Machine: Un deuxième point avec le chiffre 7."], (await platform.Segments(path)).Select(s => s.Target));
        Assert.Equal(("fr", "nl"), (Mine.GetProperty("source").GetString(), Mine.GetProperty("target").GetString()));
    }

    [Fact]
    public async Task A_service_that_takes_long_leaves_the_rest_to_the_next_run()
    {
        await platform.Settle();
        var translator = await platform.As("translator");
        List<string> paths = [];
        foreach (var (slug, french) in new[] { ("proximite-lys", "Une longue attente."), ("qualite-de-l-air", "Une attente plus longue."), ("television-voisine", "La plus longue attente.") })
        {
            paths.Add(await platform.Fresh(slug, french));
            Assert.Equal(303, (int)(await translator.AskMachine(paths[^1])).Status);
        }

        await platform.Scope(async services =>
        {
            await ActivatorUtilities.CreateInstance<MachineSender>(services, new Leaping(TimeSpan.FromSeconds(40))).Run(platform.Clock.Now, default);
            return 0;
        });
        Assert.Equal([AskState.Answered, AskState.Answered, AskState.Waiting], await States());
        await platform.Minute();
        Assert.All(await States(), s => Assert.Equal(AskState.Answered, s));

        async Task<List<AskState>> States()
        {
            List<AskState> states = [];
            foreach (var path in paths)
            {
                states.Add((await platform.Ask(path)).State);
            }

            states.Sort((a, b) => b.CompareTo(a));
            return states;
        }
    }

    private System.Text.Json.JsonElement Mine => platform.Engine.Heard.Last(h => h.GetProperty("q")[0].GetString() == "Un premier point.");

    /// <summary>A machine's time, each look at which finds so much of it gone.</summary>
    private sealed class Leaping(TimeSpan leap) : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _looks++ * leap.Ticks;
    }
}
