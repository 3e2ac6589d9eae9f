using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;

namespace Passerelle.Territory;

/// <summary>
/// <c>--import-boundaries FILE [--credit TEXT]</c>: imports boundaries and ends, with 0 when they were taken and 1 when
/// they were refused; the report goes to the console. A server that runs meanwhile shows them within a second.
/// </summary>
public static class BoundaryCommand
{
    /// <summary>The exit code, or nothing when the command line asks for no import.</summary>
    public static async Task<int?> ImportIfAsked(WebApplication app, TextWriter? output = null)
    {
        output ??= Console.Out;
        if (app.Configuration["import-boundaries"] is not { Length: > 0 } path)
        {
            return null;
        }

        using var english = Language.In("en");
        if (!File.Exists(path))
        {
            await output.WriteLineAsync(Texts.T("boundary.nofile", path));
            return 1;
        }

        if (!await Start.Prepared(app.Services))
        {
            return 1;
        }

        await using var scope = app.Services.CreateAsyncScope();
        await using var file = File.OpenRead(path);
        var act = Act.BySystem(scope.ServiceProvider.GetRequiredService<Clock>().Now);
        var outcome = await scope.ServiceProvider.GetRequiredService<BoundaryTaking>().Take(file, app.Configuration["credit"], act, default);
        foreach (var line in BoundaryWords.Lines(outcome))
        {
            await output.WriteLineAsync(line);
        }

        return outcome.Report.Accepted ? 0 : 1;
    }
}
