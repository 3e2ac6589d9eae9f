using Passerelle;
using Passerelle.Platform;
using Passerelle.Programme;
using Passerelle.Tasks;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = Arguments.Spelled(args),
    ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
});
builder.AddPlatform();
builder.Services.AddProgramme().AddTasks();
builder.Services.AddSchedule();

var app = builder.Build();
app.UsePlatform();
var site = app.MapPlatform();
site.MapProgramme();
site.MapTasks();
app.Run();
