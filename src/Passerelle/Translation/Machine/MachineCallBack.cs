using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Translation.Machine;

/// <summary>
/// Where eTranslation answers. The address alone says which ask it is and that it is no other's answer; what does not
/// fit an open ask changes nothing, and is told so in a word.
/// </summary>
public sealed class MachineCallBack(PlatformDb db, MachineTaking taking, Clock clock)
{
    public const int MostBytes = 128 * 1024;
    private const int MostFields = 20;

    private static readonly FormOptions Bounds = new() { ValueLengthLimit = MostBytes, MultipartBodyLengthLimit = MostBytes, BufferBodyLengthLimit = MostBytes, ValueCountLimit = MostFields, KeyLengthLimit = 100 };

    internal static async Task<IResult> Post(string secret, HttpRequest request, MachineCallBack callBack)
    {
        if (request.ContentLength > MostBytes)
        {
            return Said("too large", StatusCodes.Status413PayloadTooLarge);
        }

        IFormCollection? form = null;
        if (request.HasFormContentType)
        {
            try
            {
                form = await request.ReadFormAsync(Bounds, request.HttpContext.RequestAborted);
            }
            catch (InvalidDataException wrong)
            {
                return wrong.Message.Contains("limit", StringComparison.Ordinal) ? Said("too large", StatusCodes.Status413PayloadTooLarge) : Said("unreadable", StatusCodes.Status400BadRequest);
            }
        }

        string Field(string name) => form?[name].ToString() is { Length: > 0 } value ? value : request.Query[name].ToString();
        return await callBack.Hear(secret, Field, request.HttpContext.RequestAborted);
    }

    private Task<IResult> Hear(string secret, Func<string, string> field, CancellationToken stop) => db.Again(() => db.Alone(async () =>
    {
        var hash = Secret.HashOf(secret);
        var ask = await db.Set<MachineAsk>().FirstOrDefaultAsync(a => a.CallBack == hash && a.State == AskState.Sent, stop);
        if (ask is null || !Fits(ask, field))
        {
            return Said("unknown", StatusCodes.Status404NotFound);
        }

        var act = Act.BySystem(clock.Now);
        if (field("error-code") is { Length: > 0 } code)
        {
            ask.Fail(new(code, field("error-message"), !long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || ETranslation.Passes(number)), act);
        }
        else if (ETranslation.Lines(Clean.Text(field("translated-text")), ask.Sources.Count) is var lines && lines.Count == ask.Sources.Count)
        {
            await taking.Take(ask, lines, act, stop);
        }
        else if (lines.Count > 0 && ask.Sources.Count > 1)
        {
            db.Add(ask.Halve(act));
        }
        else
        {
            ask.Fail(new(EngineCodes.Count, "", Passes: false), act);
        }

        await db.SaveChangesAsync(stop);
        return Said("thank you", StatusCodes.Status200OK);
    }, stop));

    /// <summary>Where the service names the request or the language, they are those of the ask.</summary>
    private static bool Fits(MachineAsk ask, Func<string, string> field) =>
        (field("external-reference") is "" || string.Equals(field("external-reference"), ask.Id.ToString(), StringComparison.OrdinalIgnoreCase))
        && (field("request-id") is "" || ask.Reference.Length == 0 || field("request-id") == ask.Reference)
        && (field("target-language") is "" || string.Equals(field("target-language"), ask.Language, StringComparison.OrdinalIgnoreCase));

    private static IResult Said(string words, int status) => Results.Text(words, statusCode: status);
}
