using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;

namespace Passerelle.Recruitment;

/// <summary>The vacancies of the demonstration, in demo/vacancies.json; each is written, seated and published by the same acts as any other.</summary>
internal sealed class VacanciesPack(Clock clock) : PackPart
{
    private readonly Dictionary<string, Vacancy> _vacancies = new(StringComparer.Ordinal);

    public override int Order => 80;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var people = PackPeople.In(pack);
        foreach (var item in pack.FilesIn("demo", "vacancies.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("vacancies").List("vacancies")))
        {
            item.Allowed(() => One(item, people));
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_vacancies.Values);
        return Task.CompletedTask;
    }

    private void One(PackItem item, IReadOnlyDictionary<string, PackPerson> people)
    {
        item.Keys("slug", "by", "published", "closed", "deadline", "starts", "admission", "years", "portal", "post", "postalAddress", "contactEmail", "languageMonths", "panel", "contracts", "texts", "criteria", "languages", "attributes", "refusalMail", "reserveMail");
        var slug = item.Slug("slug");
        var by = people.GetValueOrDefault(item.OneOf("by", "person", people.Keys))?.Id ?? Guid.Empty;
        var words = item.Item("texts")?.Keys(Vacancy.AllTexts.Select(t => t.Name)) is { } texts
            ? Vacancy.AllTexts.ToDictionary(t => t.Name, t => texts.Text(t.Name)) : Vacancy.AllTexts.ToDictionary(t => t.Name, _ => LocalizedText.Empty());
        var published = At(item, "published");
        var before = new Act(by, published.AddDays(-7));
        var vacancy = Vacancy.Draft(PackIds.Of("vacancy", slug), slug, Rules(item), words, before);
        vacancy.Demand(
            [.. item.List("criteria").Select((c, i) => new Criterion(PackIds.Of("criterion", $"{slug}/{i}"), c.Keys("code", "words").Code("code"), c.Text("words"), i))],
            vacancy.Rules.Admission,
            [.. item.List("languages").Select((l, i) => new LanguageDemand(PackIds.Of("language", $"{slug}/{i}"), l.Keys("language", "level", "words").Code("language"), l.OneOf<CefrLevel>("level", "level"), l.Text("words"), i))],
            LocalizedText.Empty(), before);
        if (item.Item("attributes")?.Keys(Enum.GetValues<Competence>().Select(KeyOf)) is { } attributes)
        {
            vacancy.Judge([.. Enum.GetValues<Competence>().SelectMany(c => attributes.Texts(KeyOf(c)).Select((text, i) => new JudgedAttribute(PackIds.Of("attribute", $"{slug}/{c}/{i}"), c, text, i)))], LocalizedText.Empty(), before);
        }

        vacancy.Write(item.OptionalText("refusalMail"), item.OptionalText("reserveMail"), before);
        foreach (var juror in item.Words("panel", "person", people.ContainsKey))
        {
            vacancy.SeatJuror(people[juror].Id, before);
        }

        vacancy.Publish(new(by, published));
        if (item.Has("closed"))
        {
            vacancy.Close([], new(by, At(item, "closed")));
        }

        if (!_vacancies.TryAdd(slug, vacancy))
        {
            item.Fail("slug", $"duplicate vacancy slug «{slug}»");
        }
    }

    private static VacancyRules Rules(PackItem item)
    {
        var deadline = item.Moment("deadline");
        return new()
        {
            DeadlineDay = DateOnly.FromDateTime(deadline),
            DeadlineTime = TimeOnly.FromDateTime(deadline),
            StartsOn = item.Day("starts"),
            Admission = item.Value("admission"),
            Years = item.Int("years", least: 0),
            ByPortal = item.Flag("portal"),
            ByPost = item.Flag("post"),
            PostalAddress = item.Optional("postalAddress") ?? "",
            ContactEmail = item.Optional("contactEmail") ?? "",
            LanguageMonths = item.Has("languageMonths") ? item.Int("languageMonths") : null,
            Contracts = [.. item.List("contracts").Select(Line)],
        };
    }

    private static ContractLine Line(PackItem item) => new()
    {
        Regime = item.Keys("regime", "civilServant", "contract", "months", "inAll").OneOf<Regime>("regime", "regime"),
        CivilServant = item.Flag("civilServant"),
        Kind = item.OneOf<ContractKind>("contract", "contract"),
        MostMonths = item.Has("months") ? item.Int("months") : null,
        MostMonthsInAll = item.Has("inAll") ? item.Int("inAll") : null,
    };

    private static string KeyOf(Competence competence) => competence.ToString().ToLowerInvariant();

    private DateTimeOffset At(PackItem item, string key)
    {
        var moment = item.Moment(key);
        return clock.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment));
    }
}
