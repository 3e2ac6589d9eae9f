using System.Net;

namespace Passerelle.Translation.Machine;

/// <summary>The engine that the operator chose: section «Machine» of the settings. None by default.</summary>
public sealed class MachineOptions
{
    public const string ETranslation = "etranslation";
    public const string DeepL = "deepl";
    public const string LibreTranslate = "libretranslate";

    private const int MostSeconds = 300;

    /// <summary>Which of the three; empty for none.</summary>
    public string Service { get; init; } = "";

    /// <summary>Where it listens; the service's own address where nothing is said.</summary>
    public string Url { get; init; } = "";
    public string Key { get; init; } = "";

    /// <summary>The name of the application that eTranslation knows, and after a slash that of the user.</summary>
    public string Account { get; init; } = "";

    /// <summary>How long an answer is waited for.</summary>
    public int Seconds { get; init; } = 30;

    public bool IsOn => Service.Length > 0;

    /// <summary>What it is called in sentences.</summary>
    public string Name => Service switch { ETranslation => "eTranslation", DeepL => "DeepL", LibreTranslate => "LibreTranslate", _ => "" };

    public Uri Address => new(Url.Length > 0 ? Url : Service == ETranslation ? "https://webgate.ec.europa.eu/etranslation/si/translate"
        : Key.EndsWith(":fx", StringComparison.Ordinal) ? "https://api-free.deepl.com" : "https://api.deepl.com");

    public Uri At(string path) => new(Address.ToString().TrimEnd('/') + path);

    public string Application => Account.Split('/')[0];

    public string User => Account.Split('/')[^1];

    /// <summary>eTranslation asks who calls; it prefers that the password itself does not travel.</summary>
    public ICredentials? Credentials => Service == ETranslation ? new NetworkCredential(Application, Key) : null;

    public static MachineOptions Of(IConfiguration settings) => settings.GetSection("Machine").Get<MachineOptions>() ?? new();

    /// <summary>What is wrong with the settings, in one line; nothing when all is well.</summary>
    public static string? Wrong(IConfiguration settings)
    {
        if (settings["Machine:Seconds"] is { Length: > 0 } said && (!int.TryParse(said, out var seconds) || seconds is < 1 or > MostSeconds))
        {
            return $"Machine:Seconds {said}: no number from 1 to {MostSeconds}.";
        }

        var options = Of(settings);
        return options.Service switch
        {
            "" => null,
            not (ETranslation or DeepL or LibreTranslate) => $"Machine:Service {options.Service}: no such engine. There are {ETranslation}, {DeepL} and {LibreTranslate}; nothing for none.",
            LibreTranslate when options.Url.Length == 0 => "Machine:Url is missing: the address of the LibreTranslate server.",
            _ when options.Url.Length > 0 && !IsFit(options) => $"Machine:Url {options.Url}: no address. Write it with https://{(options.Service == LibreTranslate ? " or http://" : "")}.",
            ETranslation or DeepL when options.Key.Length == 0 => $"Machine:Key is missing: {options.Name} wants one.",
            ETranslation when options.Application.Length == 0 || options.User.Length == 0 => "Machine:Account is missing: the application's name at eTranslation, or application/user.",
            _ => null,
        };
    }

    /// <summary>A key does not go over an open line; a server of one's own may stand beside this one.</summary>
    private static bool IsFit(MachineOptions options) =>
        Uri.TryCreate(options.Url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && (address.IsLoopback || options.Service == LibreTranslate)));
}
