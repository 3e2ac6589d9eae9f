using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Recruitment;

/// <summary>Somebody who applies, by the pages alone.</summary>
internal sealed partial class Candidate(TestPlatform platform, string email)
{
    public const string Vacancy = "coordinateur-de-projets-2021";

    public static DateTimeOffset Deadline { get; } = new(2021, 2, 19, 12, 0, 0, TimeSpan.FromHours(1));

    public Guest Browser { get; } = platform.Visitor();

    public string Email => email;

    /// <summary>The address of the application, by the link of the browser it was begun in.</summary>
    public string Path { get; private set; } = "";

    public static async Task<Candidate> Begins(TestPlatform platform, string email, string language = "fr", string name = "Maëlle Vandekerkhove")
    {
        var candidate = new Candidate(platform, email);
        var answer = await candidate.Browser.Fill($"/{language}/jobs/{Vacancy}/apply", ("name", name), ("email", email), ("language", language));
        Assert.True(answer.Location is not null, answer.Main);
        candidate.Path = answer.Location;
        return candidate;
    }

    /// <summary>The address of the application that a mail leads to.</summary>
    public static string LinkIn(ReadMail mail) => LinkIn(mail.Html);

    public static string LinkIn(string html) => Link().Match(html).Groups[1].Value;

    /// <summary>Follows the link that was mailed, and presses its button.</summary>
    public async Task Proves()
    {
        var mail = (await Mails()).First();
        Path = LinkIn(mail);
        var answer = await Browser.Post(Path + "/proof");
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
    }

    public Task<Answer> Tells(params (string, string?)[] more) =>
        Browser.Fill(Path + "/facts", [("regime", "F"), ("servant", "no"), .. more]);

    public Task<Answer> Uploads(string slot, byte[] file, string? holds = null, string name = "document.pdf")
    {
        var content = new MultipartFormDataContent();
        if (holds is not null)
        {
            content.Add(new StringContent(holds), "holds");
        }

        var bytes = new ByteArrayContent(file);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Add(bytes, slot, name);
        return Browser.Send($"{Path}/{slot}", content);
    }

    /// <summary>All that must be there before it can be sent.</summary>
    public async Task Prepares()
    {
        await Tells();
        foreach (var (slot, holds, file) in new[] { ("cv", (string?)null, SmallPdf.Of("Parcours professionnel", "Suite")), ("letter", "fr", SmallPdf.Of(SmallPdf.French)), ("letter", "nl", SmallPdf.Of(SmallPdf.Dutch)) })
        {
            var answer = await Uploads(slot, file, holds);
            Assert.True(answer.Location is not null, answer.Main);
        }
    }

    public Task<Answer> Sends() => Browser.Post(Path + "/send", ("missions", "true"), ("privacy", "true"), ("missions-read", "1"));

    public Task<List<ReadMail>> Mails() => platform.MailsTo(Email);

    [GeneratedRegex("href=\"[^\"]*?(/[a-z]{2}/applications/[^\"]+)\"")]
    private static partial Regex Link();
}
