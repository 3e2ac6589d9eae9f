using System.Net.Http.Headers;
using System.Text;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.ActionGroups;

/// <summary>What people do with news, as a browser sends it.</summary>
internal static class NewsSteps
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

    public static (string Name, string? Value)[] Words(string title, string body = "Corps du texte.", string audience = "Public", Guid? once = null) =>
    [
        ("once", (once ?? Guid.CreateVersion7()).ToString()), ("audience", audience), ("title.source", "fr"), ("title.desk", "true"), ("title.fr", title), ("title.nl", ""),
        ("body.source", "fr"), ("body.desk", "true"), ("body.fr", body), ("body.nl", ""),
    ];

    /// <summary>Sends a form with files, under the field «files».</summary>
    public static Task<Answer> Upload(this Guest guest, string path, (string Name, string? Value)[] fields, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(f => f.Value is not null))
        {
            form.Add(new StringContent(value!), name);
        }

        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"files\"", FileName = $"\"{name}\"" };
            form.Add(part);
        }

        return guest.Send(path, form);
    }

    /// <summary>Publishes, and gives back the post's address without language.</summary>
    public static async Task<string> Publish(this Guest guest, string title, string body = "Corps du texte.", string audience = "Public", string group = "parc-bleu", params (string Name, byte[] Content)[] files)
    {
        var answer = await guest.Upload($"/fr/groups/{group}/posts/new", Words(title, body, audience), files);
        Assert.Equal(303, (int)answer.Status);
        return answer.Location![3..];
    }
}
