using Microsoft.EntityFrameworkCore;

namespace Passerelle.Platform.Web;

/// <summary>
/// Turns what nobody caught into an answer: a broken rule 422, a lost race 409, anything else 500 with a page that
/// needs no database.
/// </summary>
public sealed class FaultStep(RequestDelegate next, ILogger<FaultStep> log)
{
    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader left.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var (status, detail) = e switch
            {
                RuleBroken broken => (StatusCodes.Status422UnprocessableEntity, broken.Message),
                Conflict or DbUpdateConcurrencyException => (StatusCodes.Status409Conflict, null),
                BadHttpRequestException { StatusCode: 413 } => (StatusCodes.Status413PayloadTooLarge, null),
                InvalidDataException tooMuch when tooMuch.Message.Contains("limit", StringComparison.Ordinal) => (StatusCodes.Status413PayloadTooLarge, null),
                InvalidDataException => (StatusCodes.Status422UnprocessableEntity, WebTexts.T("form.unreadable")), // such as a NUL
                BadHttpRequestException bad => (bad.StatusCode, null),
                _ => (StatusCodes.Status500InternalServerError, null),
            };
            if (status == StatusCodes.Status500InternalServerError)
            {
                log.LogError(e, "{Method} {Path} failed", http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? http.Request.Path); // the pattern: an address may hold the token of a link
            }

            http.Response.Clear();
            SecurityHeadersStep.Apply(http);
            http.Response.ContentType = "text/html; charset=utf-8";
            await ErrorPage.Answer(status, detail).ExecuteAsync(http);
        }
    }
}
