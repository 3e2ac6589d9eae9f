using Passerelle;
using Passerelle.Accounts;
using Passerelle.Platform;
<<<<<<< HEAD
using Passerelle.Territory;
=======
using Passerelle.Programme;
>>>>>>> main

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = Arguments.Spelled(args),
    ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
});
builder.AddPlatform();
<<<<<<< HEAD
builder.Services.AddTerritory();
=======
builder.Services.AddAccounts();
builder.Services.AddProgramme();
>>>>>>> main
builder.Services.AddSchedule();

var app = builder.Build();
app.UsePlatform();
var site = app.MapPlatform();
<<<<<<< HEAD
site.MapTerritory();
=======
site.MapAccounts();
site.MapProgramme();
>>>>>>> main
app.Run();
