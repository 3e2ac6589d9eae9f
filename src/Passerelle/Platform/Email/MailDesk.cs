using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Email;

/// <summary>
/// Writes a mail from a Razor component, in the recipient's language, into the queue: it leaves only if the
/// act that causes it is saved.
/// </summary>
public sealed partial class MailDesk(PlatformDb db, HtmlRenderer renderer, MailMoment moment, Clock clock)
{
    /// <param name="to">The address.</param>
    /// <param name="language">The recipient's language: an interface language.</param>
    /// <param name="subject">Words the subject; called in that language.</param>
    /// <param name="parameters">The component's parameters; called in that language.</param>
    /// <param name="unsubscribe">For what its reader subscribed to: the whole address that ends it, by a button of the mail program (RFC 8058).</param>
    public async Task<QueuedMail> Queue<TMail>(string to, string language, Func<string> subject, Func<Dictionary<string, object?>> parameters, string? unsubscribe = null)
        where TMail : IComponent
    {
        using var _ = Language.In(language);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TMail>(ParameterView.FromDictionary(parameters()))).ToHtmlString());
        return db.Add(new QueuedMail
        {
            To = to,
            Language = language,
            Subject = Clean.Sentence(subject()),
            Html = html,
            Text = Plain(html),
            CreatedAt = moment.At ?? clock.Now,
            Unsubscribe = unsubscribe,
        }).Entity;
    }

    private static string Plain(string html)
    {
        var text = BodyOnly().Match(html) is { Success: true } body ? body.Groups[1].Value : html;
        text = LinkTag().Replace(text, "$2 ($1)");
        text = BlockEnd().Replace(text, "\n");
        text = System.Net.WebUtility.HtmlDecode(AnyTag().Replace(text, ""));
        return ManyLines().Replace(string.Join('\n', text.Split('\n').Select(l => l.Trim())), "\n\n").Trim();
    }

    [GeneratedRegex("<body[^>]*>(.*)</body>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex BodyOnly();

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex LinkTag();

    [GeneratedRegex("</(p|h1|h2|h3|li|div|tr)>|<br */?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex AnyTag();

    [GeneratedRegex("\n{3,}")]
    private static partial Regex ManyLines();
}
