using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Passerelle.Accounts;
using Passerelle.Platform.Pack;
using Passerelle.Projects;
using Passerelle.Tests.ActionGroups;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What the people around a presentation do, as a browser sends it.</summary>
internal sealed class PresentationScene(TestPlatform platform)
{
    public static readonly Guid Bureau = PackIds.Of("presentation", "jalonnement-bureau");
    public static readonly Guid Assembly = PackIds.Of("presentation", "haltes-assemblee");

    public const string Project = "jalonnement-lys";

    public static byte[] Package(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Odp => Package(("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "<x/>"));

    public static byte[] Pptx => Package(("[Content_Types].xml", "<x/>"), ("ppt/presentation.xml", "<x/>"));

    /// <summary>Plans one; who presents is named by their demonstration keys.</summary>
    public async Task<Guid> Plan(string who = "coordinator", string? day = "2021-02-20", string? hour = "18:30", string subject = $"project={Project}", string[]? presenters = null, params (string, string?)[] fields)
    {
        var answer = await Send(who, day, hour, subject, presenters, fields);
        Assert.Equal(303, (int)answer.Status);
        return Guid.Parse(answer.Location!.Split('/')[^1]);
    }

    public async Task<Answer> Send(string who = "coordinator", string? day = "2021-02-20", string? hour = "18:30", string subject = $"project={Project}", string[]? presenters = null, params (string, string?)[] fields)
    {
        var guest = await platform.As(who);
        var page = await guest.Get($"/fr/desk/presentations/new?{subject}");
        List<(string, string?)> typed = [.. fields];
        Add("body", "bureau");
        Add("day", day);
        Add("hour", hour);
        foreach (var key in presenters ?? ["colead-elected", "colead-civil"])
        {
            typed.Add(("presenters", (await Id(key)).ToString()));
        }

        return await guest.Submit(page, null, [.. typed]);

        void Add(string name, string? value)
        {
            if (typed.TrueForAll(t => t.Item1 != name))
            {
                typed.Add((name, value));
            }
        }
    }

    public Task<Guid> Id(string key) => platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Id).SingleAsync());

    public async Task<string> Email(string key) => (await platform.Db(db => db.Set<Person>().Where(p => p.DemoKey == key).Select(p => p.Email).SingleAsync()))!;

    public Task<Presentation> Load(Guid id) => platform.Db(db => db.Set<Presentation>().AsNoTracking().Whole().SingleAsync(p => p.Id == id));

    /// <summary>Sends the form of slides.</summary>
    public async Task<Answer> Upload(Guid id, string language, byte[]? content = null, string name = "diapos.pdf", string who = "colead-civil", string interfaceLanguage = "fr", string? address = null, Guid? once = null)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, value) in new[] { ("once", (once ?? Guid.CreateVersion7()).ToString()), ("language", language), ("address", address ?? "") })
        {
            form.Add(new StringContent(value), field);
        }

        if (address is null || content is not null)
        {
            var part = new ByteArrayContent(content ?? NewsSteps.Pdf);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
            form.Add(part);
        }

        return await (await platform.As(who)).Send($"/{interfaceLanguage}/desk/presentations/{id}/slides", form);
    }

    /// <summary>One with slides in both languages, declared ready.</summary>
    public async Task<Guid> Ready(string? day = "2021-02-20", string hour = "18:30", string subject = $"project={Project}", params (string, string?)[] fields)
    {
        var id = await Plan(day: day, hour: hour, subject: subject, fields: fields);
        Assert.Equal(303, (int)(await Upload(id, "fr")).Status);
        Assert.Equal(303, (int)(await Upload(id, "nl")).Status);
        Assert.Equal(303, (int)(await (await platform.As("colead-elected")).Fill($"/nl/desk/presentations/{id}/ready")).Status);
        return id;
    }

    /// <summary>One that took place. The clock must have passed its hour.</summary>
    public async Task Give(Guid id, bool isPublic = false) =>
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/presentations/{id}/given", ("public", isPublic ? "true" : null))).Status);

    public async Task<Guid> Ask(Guid id, string words = "Qui paie l’entretien ?", string language = "fr")
    {
        Assert.Equal(303, (int)(await (await platform.As("coordinator")).Fill($"/fr/desk/presentations/{id}/questions/new", ("language", language), ("words", words))).Status);
        return (await Load(id)).Questions.Single(q => q.Words == words).Id;
    }

    /// <summary>A wall-clock moment of the pack's zone.</summary>
    public DateTimeOffset At(int month, int day, int hour, int minute = 0) => platform.Clock.At(new DateOnly(2021, month, day), new TimeOnly(hour, minute));
}
