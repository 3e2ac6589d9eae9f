using Passerelle;
using Passerelle.Accounts;
using Passerelle.Bodies;
using Passerelle.Platform;
using Passerelle.Programme;
using Passerelle.Territory;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = Arguments.Spelled(args),
    ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
});
builder.AddPlatform();
builder.Services.AddTerritory();
builder.AddAccounts();
builder.Services.AddBodies();
builder.Services.AddProgramme();
builder.Services.AddSchedule();

var app = builder.Build();
app.UsePlatform();
app.UseAccounts();
var site = app.MapPlatform();
site.MapTerritory();
site.MapAccounts();
site.MapBodies();
site.MapProgramme();
app.Run();
