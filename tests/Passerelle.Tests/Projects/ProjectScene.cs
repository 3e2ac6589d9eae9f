using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Accounts.Contract;
using Passerelle.ActionGroups.Contract;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Projects;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Projects;

/// <summary>What the people of a project do, as a browser sends it.</summary>
internal sealed class ProjectScene(TestPlatform platform)
{
    public const string Group = "parc-bleu";

    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0];

    /// <summary>A project that no database holds.</summary>
    public static Project Imagined(Act act) =>
        Project.Begin(Guid.CreateVersion7(), "passerelle", Guid.CreateVersion7(), Words("Passerelle"), Words("Un pont"), Words("Un pont"), Words("Le pont est ouvert"), null, null, act);

    public static LocalizedText Words(string words) => LocalizedText.Of("fr", ("fr", words), ("nl", words + " (nl)"));

    /// <summary>A project of the group, begun by its coordinator.</summary>
    public async Task<string> Begin(string name = "Passerelle", string group = Group, string who = "coordinator", bool criterion = true)
    {
        var answer = await (await platform.As(who)).Fill(
            $"/fr/desk/projects/new?group={group}",
            ("name.fr", name), ("name.nl", name + " (nl)"), ("summary.fr", "Passer d’une rive à l’autre."), ("summary.nl", "Van de ene oever naar de andere."),
            ("purpose.fr", "Un pont."), ("purpose.nl", "Een brug."), ("criterion.fr", criterion ? "La passerelle est ouverte." : ""), ("criterion.nl", criterion ? "De voetbrug is open." : ""));
        Assert.Equal(303, (int)answer.Status);
        return answer.Location!.Split('/')[^1];
    }

    /// <summary>Offers an address as proof.</summary>
    public async Task<Guid> Offer(string slug, string who = "colead-elected", string title = "La passerelle le jour de l’ouverture")
    {
        var answer = await Send(await platform.As(who), slug, [("address", "https://exemple.eu/passerelle")], title);
        Assert.Equal(303, (int)answer.Status);
        return (await Load(slug)).Proofs.OrderBy(p => p.OfferedAt).ThenBy(p => p.Id).Last().Id;
    }

    /// <summary>Sends the form of a proof, with files.</summary>
    public static async Task<Answer> Send(Guest guest, string slug, (string Name, string? Value)[] fields, string title = "La passerelle le jour de l’ouverture", string language = "fr", params (string Field, string Name, byte[] Content)[] files)
    {
        var path = $"/{language}/desk/projects/{slug}/proofs/new";
        (string, string?)[] words = [("title.source", "fr"), ("title.fr", title), ("title.nl", "De voetbrug op de openingsdag"), ("alt.source", "fr"), ("once", Guid.CreateVersion7().ToString()), ("on", "2021-01-20")];
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in words.Where(w => fields.All(f => f.Name != w.Item1)).Concat(fields).Where(f => f.Item2 is not null))
        {
            form.Add(new StringContent(value!), name);
        }

        foreach (var (field, name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"", FileName = $"\"{name}\"" };
            form.Add(part);
        }

        return await guest.Send(path, form);
    }

    public async Task Judge(string slug, Guid proof, string decision = "Accept", string? reason = null)
    {
        var answer = await (await platform.As("coordinator")).Fill($"/fr/desk/projects/{slug}/proofs/{proof}", ("decision", decision), ("reason.fr", reason), ("reason.desk", "true"));
        Assert.Equal(303, (int)answer.Status);
    }

    /// <summary>A project whose result is accepted.</summary>
    public async Task<string> Proven(string name = "Passerelle")
    {
        var slug = await Begin(name);
        await Judge(slug, await Offer(slug));
        return slug;
    }

    public async Task Sign(string slug, params string[] people)
    {
        foreach (var person in people)
        {
            Assert.Equal(303, (int)(await (await platform.As(person)).Fill($"/nl/desk/projects/{slug}/sign")).Status);
        }
    }

    public async Task<Answer> Complete(string slug, string language = "fr") => await (await platform.As("coordinator")).Fill($"/{language}/desk/projects/{slug}/complete");

    /// <summary>A project that ended with its result.</summary>
    public async Task<string> Completed(string name = "Passerelle")
    {
        var slug = await Proven(name);
        await Sign(slug, "colead-elected", "colead-civil");
        Assert.Equal(303, (int)(await Complete(slug)).Status);
        return slug;
    }

    public Task<Project> Load(string slug) => platform.Db(async db => (await db.Set<Project>().AsNoTracking().Include(p => p.Proofs).Include(p => p.SignOffs).Include(p => p.Budget).AsSplitQuery().SingleAsync(p => p.Slug == slug)));

    public async Task<Phase> PhaseOf(string slug) => (await Load(slug)).Phase;

    /// <summary>Somebody signed in by a link of the sign-in mail.</summary>
    public async Task<Guest> As(Guid person)
    {
        var link = await platform.Scope(async services =>
        {
            using var _ = Language.In("fr");
            var link = services.GetRequiredService<SignInLinks>().For(person, "/groups");
            await services.GetRequiredService<PlatformDb>().SaveChangesAsync();
            return new Uri(link).PathAndQuery;
        });
        var guest = platform.Visitor();
        Assert.Equal(303, (int)(await guest.Submit(await guest.Get(link), null)).Status);
        return guest;
    }
}
