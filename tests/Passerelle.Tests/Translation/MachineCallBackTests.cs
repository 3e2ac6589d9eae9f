using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform.Localization;
using Passerelle.Tests.Host;
using Passerelle.Tests.Participation;
using Passerelle.Translation;
using Passerelle.Translation.Machine;

namespace Passerelle.Tests.Translation;

/// <summary>eTranslation answers later, to an address that only it knows.</summary>
public sealed class MachineCallBackTests(ETranslationPlatform platform) : IClassFixture<ETranslationPlatform>
{
    private const string Answers = "Machine: Een eerste punt.\nMachine: Een tweede punt met het cijfer 7.";

    private JsonElement _mine;

    [Fact]
    public async Task The_request_says_who_calls_and_where_to_answer_and_the_answer_is_taken_once()
    {
        var (path, translator) = await Sent("campus-frontiere");
        var (asked, ask) = (_mine, await platform.Ask(path));
        Assert.Equal((MachineFake.Application, "desk"), (asked.GetProperty("callerInformation").GetProperty("application").GetString(), asked.GetProperty("callerInformation").GetProperty("username").GetString()));
        Assert.Equal(("FR", "NL", "GEN"), (asked.GetProperty("sourceLanguage").GetString(), asked.GetProperty("targetLanguages")[0].GetString(), asked.GetProperty("domain").GetString()));
        Assert.Equal("Un premier point.\nUn deuxième point avec le chiffre 7.", asked.GetProperty("textToTranslate").GetString());
        Assert.StartsWith("https://passerelle.example/api/etranslation/", asked.GetProperty("requesterCallback").GetString(), StringComparison.Ordinal);
        Assert.Equal((AskState.Sent, ask.Id.ToString()), (ask.State, asked.GetProperty("externalReference").GetString()));
        Assert.DoesNotContain(ask.CallBack!, CallBack, StringComparison.OrdinalIgnoreCase); // what is kept does not open the address
        Assert.Contains("Demandé à eTranslation", (await translator.Get("/fr" + path)).Main, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await Call(CallBack, ("request-id", ask.Reference), ("target-language", "NL"), ("external-reference", ask.Id.ToString()), ("translated-text", Answers)));
        Assert.Equal(["Machine: Een eerste punt.", "Machine: Een tweede punt met het cijfer 7."], (await platform.Segments(path)).Select(s => s.Target));
        Assert.Equal(HttpStatusCode.NotFound, await Call(CallBack, ("request-id", ask.Reference), ("target-language", "NL"), ("translated-text", "Iets anders.\nNog iets met 7.")));
        Assert.Equal("Machine: Een eerste punt.", (await platform.Segments(path))[0].Target);
    }

    [Fact]
    public async Task What_is_not_the_answer_to_this_ask_changes_nothing()
    {
        var (path, _) = await Sent("langage-clair");
        var good = CallBack;
        Assert.Equal(HttpStatusCode.NotFound, await Call(good[..^1] + (good[^1] == 'A' ? 'B' : 'A'), ("translated-text", Answers)));
        Assert.Equal(HttpStatusCode.NotFound, await Call("/api/etranslation/" + (await platform.Ask(path)).CallBack, ("translated-text", Answers)));
        Assert.Equal(HttpStatusCode.NotFound, await Call(good, ("request-id", "7"), ("translated-text", Answers)));
        Assert.Equal(HttpStatusCode.NotFound, await Call(good, ("target-language", "DE"), ("translated-text", Answers)));
        Assert.Equal(HttpStatusCode.NotFound, await Call(good, ("external-reference", Guid.NewGuid().ToString()), ("translated-text", Answers)));
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Visitor().Get(good)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, await Call(good, ("translated-text", "Een\u0000")));
        Assert.Equal(AskState.Sent, (await platform.Ask(path)).State);
        Assert.Empty(await platform.Segments(path));
    }

    [Fact]
    public async Task No_browser_can_use_the_address()
    {
        var (path, translator) = await Sent("sante-sans-frontiere");
        var good = CallBack;
        Assert.Equal(HttpStatusCode.Forbidden, await Call(good, [("Origin", "https://elsewhere.example")], ("translated-text", Answers)));
        Assert.Equal(HttpStatusCode.Forbidden, await Call(good, [("Sec-Fetch-Site", "cross-site")], ("translated-text", Answers)));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["translated-text"] = Answers });
        Assert.Equal(HttpStatusCode.Forbidden, (await translator.Http.PostAsync(good, content)).StatusCode); // with somebody's session
        Assert.Equal(HttpStatusCode.Forbidden, await Call("/fr/sign-in", [], ("email", "a@b.example"))); // and no other address is open
        Assert.Equal(AskState.Sent, (await platform.Ask(path)).State);
    }

    [Fact]
    public async Task An_answer_for_a_source_that_has_changed_is_set_aside()
    {
        var (path, translator) = await Sent("emploi-sans-frontiere");
        await platform.Change("emploi-sans-frontiere", "Un premier point. Un deuxième point avec le chiffre 9.");
        var before = await platform.Events("translation.machine-dropped");
        Assert.Equal(HttpStatusCode.OK, await Call(CallBack, ("translated-text", Answers)));
        Assert.Equal((AskState.Failed, EngineCodes.Moved), ((await platform.Ask(path)).State, (await platform.Ask(path)).Code));
        Assert.Equal(before + 1, await platform.Events("translation.machine-dropped"));
        Assert.NotNull((await translator.Get("/fr" + path)).Html.QuerySelector("#machine form"));
    }

    [Theory]
    [InlineData("television-voisine", "-20013", AskState.Failed, "eTranslation ne traduit pas dans ce sens.")]
    [InlineData("qualite-de-l-air", "-40010", AskState.Failed, "Le texte est trop long pour eTranslation.")]
    [InlineData("economie-circulaire", "-31000", AskState.Waiting, "Nouvel essai le")]
    public async Task An_error_that_is_called_back_is_said_with_its_code(string slug, string code, AskState state, string words)
    {
        var (path, translator) = await Sent(slug);
        Assert.Equal(HttpStatusCode.OK, await Call(CallBack, ("request-id", (await platform.Ask(path)).Reference), ("target-languages", "NL"), ("error-code", code), ("error-message", " No  engine ")));
        Assert.Equal((state, code, "No engine"), ((await platform.Ask(path)).State, (await platform.Ask(path)).Code, (await platform.Ask(path)).Message));
        Assert.Contains(words, (await translator.Get("/fr" + path)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Call(CallBack, ("translated-text", Answers)));
        await platform.Settle();
    }

    [Theory]
    [InlineData("bibliotheques-voisines", "-20007", AskState.Failed, "eTranslation n’accepte pas la clé")]
    [InlineData("gardiens-de-l-eau", "-20028", AskState.Waiting, "Le quota chez eTranslation est atteint.")]
    [InlineData("alternance", "0", AskState.Waiting, "n’est pas utilisable")]
    [InlineData("observation-dynamique", "99999999999999999999", AskState.Waiting, "n’est pas utilisable")]
    public async Task A_negative_number_is_an_error_and_nonsense_is_none_of_both(string slug, string said, AskState state, string words)
    {
        var (path, translator) = await Sent(slug, instead: said);
        Assert.Equal(state, (await platform.Ask(path)).State);
        Assert.Contains(words, (await translator.Get("/fr" + path)).Main, StringComparison.Ordinal);
        platform.Engine.Reset();
        await platform.Settle();
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        var (path, _) = await Sent("proximite-lys");
        var huge = new string('a', 200_000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Call(CallBack, ("translated-text", huge)));
        using var chunked = new StreamContent(new EndlessA(10_000_000));
        chunked.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, CallBack) { Content = chunked };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await platform.Visitor().Http.SendAsync(request)).StatusCode);
        using var other = new StringContent(Answers);
        using var plain = new HttpRequestMessage(HttpMethod.Post, CallBack) { Content = other };
        Assert.Equal(HttpStatusCode.OK, (await platform.Visitor().Http.SendAsync(plain)).StatusCode); // says nothing, so there is no answer
        Assert.Equal((AskState.Failed, EngineCodes.Count), ((await platform.Ask(path)).State, (await platform.Ask(path)).Code));
        Assert.Empty(await platform.Segments(path));
    }

    [Fact]
    public async Task What_never_comes_back_is_given_up_after_a_day()
    {
        var (path, translator) = await Sent("proximite-ferrain");
        await platform.MoveTo(platform.Clock.Now.AddHours(23));
        Assert.Equal(AskState.Sent, (await platform.Ask(path)).State);
        await platform.MoveTo(platform.Clock.Now.AddHours(2));
        Assert.Equal((AskState.Failed, EngineCodes.Late), ((await platform.Ask(path)).State, (await platform.Ask(path)).Code));
        Assert.Contains("eTranslation ne répond pas.", (await translator.Get("/fr" + path)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Call(CallBack, ("translated-text", Answers)));
    }

    [Fact]
    public async Task An_answer_in_other_lines_is_asked_again_in_halves_and_a_text_for_readers_goes_out_when_all_are_there()
    {
        await Quiet();
        var slug = await (await platform.As("juror2")).Propose("Trois phrases", need: "La première. La deuxième. La troisième.");
        await platform.Minute();
        var need = platform.Engine.Heard.Last(h => h.GetProperty("textToTranslate").GetString()!.StartsWith("La première.", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await Call(PathOf(need), ("translated-text", "De eerste. De tweede. De derde.")));
        await platform.Minute();
        await Call(Asking("La première."), ("translated-text", "De eerste."));
        Assert.Equal(TextState.Missing, (await platform.Idea(slug)).Need.StateIn("nl"));
        await Call(Asking("La deuxième.\nLa troisième."), ("translated-text", "De tweede.\r\n\r\nDe derde.\r\n"));
        var idea = await platform.Idea(slug);
        Assert.Equal(("De eerste. De tweede. De derde.", TextState.Machine), (idea.Need.In("nl")?.Value, idea.Need.StateIn("nl")));
        Assert.Contains("Automatische vertaling", (await platform.Visitor().Get($"/nl/ideas/{slug}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_that_come_at_once_leave_no_idea_unshown()
    {
        await Quiet();
        foreach (var n in new[] { "un", "deux", "trois" })
        {
            var slug = await (await platform.As("juror2")).Propose($"À la fois, {n}", need: $"D’abord {n}. Ensuite {n}. Enfin {n}.");
            await platform.Minute();
            await Call(Asking($"D’abord {n}.\nEnsuite {n}.\nEnfin {n}."), ("translated-text", "Alles op een lijn."));
            await platform.Minute();
            await Call(Asking($"Ensuite {n}.\nEnfin {n}."), ("translated-text", "Alles op een lijn."));
            await platform.Minute();
            await Call(Asking($"D’abord {n}."), ("translated-text", "Eerst."));
            Assert.Equal(TextState.Missing, (await platform.Idea(slug)).Need.StateIn("nl"));
            var (second, third) = (Asking($"Ensuite {n}."), Asking($"Enfin {n}."));
            Assert.All(await Task.WhenAll(Call(second, ("translated-text", "Dan.")), Call(third, ("translated-text", "Tot slot."))), s => Assert.Equal(HttpStatusCode.OK, s));
            Assert.Equal("Eerst. Dan. Tot slot.", (await platform.Idea(slug)).Need.In("nl")?.Value);
        }
    }

    [Fact]
    public async Task A_text_that_changes_while_the_engine_has_it_is_asked_for_anew()
    {
        var (path, translator) = await Sent("jalons-cyclables");
        var (old, first) = (CallBack, (await platform.Ask(path)).Id);
        await platform.Change("jalons-cyclables", "Un premier point. Un troisième point avec le chiffre 8.");
        Assert.Equal(303, (int)(await translator.AskMachine(path)).Status);
        await platform.Minute();
        var ask = await platform.Ask(path);
        Assert.NotEqual(first, ask.Id);
        Assert.Equal(AskState.Sent, ask.State);
        var fresh = Asking("Un premier point.\nUn troisième point avec le chiffre 8.");
        Assert.Equal(HttpStatusCode.OK, await Call(old, ("translated-text", Answers)));
        Assert.Empty(await platform.Segments(path));
        Assert.Equal(HttpStatusCode.OK, await Call(fresh, ("translated-text", "Een eerste punt.\nEen derde punt met het cijfer 8.")));
        Assert.Equal("Een derde punt met het cijfer 8.", (await platform.Segments(path))[1].Target);
    }

    [Fact]
    public async Task A_long_text_goes_in_several_requests_none_longer_than_the_service_takes()
    {
        var french = string.Join(' ', Enumerable.Range(1, 90).Select(n => $"Voici une phrase assez longue qui ne dit rien de plus que les autres de ce texte, numéro {n}."));
        var (path, _) = await Sent("mobilites-durables", french);
        var owner = (await platform.Ask(path)).OwnerId;
        var asks = await platform.Db(db => db.Set<MachineAsk>().AsNoTracking().Where(a => a.OwnerId == owner).ToListAsync());
        Assert.True(asks.Count > 1 && asks.TrueForAll(a => a.State == AskState.Sent), $"{asks.Count}");
        Assert.Equal(90, asks.Sum(a => a.Sources.Count));
    }

    /// <summary>Where the request of this test is to be answered.</summary>
    private string CallBack => PathOf(_mine);

    private string Asking(string text) => PathOf(platform.Engine.Heard.Last(h => h.GetProperty("textToTranslate").GetString() == text));

    private static string PathOf(JsonElement asked) => new Uri(asked.GetProperty("requesterCallback").GetString()!).AbsolutePath;

    /// <summary>Posts as a service does, that says nothing of a browser.</summary>
    private Task<HttpStatusCode> Call(string address, params (string Name, string Value)[] fields) => Call(address, [], fields);

    private async Task<HttpStatusCode> Call(string address, (string Name, string Value)[] headers, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return (await platform.Visitor().Http.SendAsync(request)).StatusCode;
    }

    private async Task Quiet()
    {
        platform.Engine.Reset();
        await platform.Settle();
    }

    private async Task<(string Path, Guest Translator)> Sent(string slug, string french = MachineScene.French, string? instead = null)
    {
        await Quiet();
        var path = await platform.Fresh(slug, french);
        var translator = await platform.As("translator");
        Assert.Equal(303, (int)(await translator.AskMachine(path)).Status);
        platform.Engine.Instead = instead is null ? null : MachineFake.Words(instead);
        await platform.Minute();
        var id = (await platform.Ask(path)).Id.ToString();
        _mine = platform.Engine.Heard.Last(h => h.GetProperty("externalReference").GetString() == id);
        return (path, translator);
    }

    /// <summary>So many letters, whose number nobody says beforehand.</summary>
    private sealed class EndlessA(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, _left);
            Array.Fill(buffer, (byte)'a', offset, read);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
