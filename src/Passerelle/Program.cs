using Passerelle;
using Passerelle.Accounts;
using Passerelle.Platform;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = Arguments.Spelled(args),
    ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
});
builder.AddPlatform();
builder.Services.AddAccounts();
builder.Services.AddSchedule();

var app = builder.Build();
app.UsePlatform();
var site = app.MapPlatform();
site.MapAccounts();
app.Run();
