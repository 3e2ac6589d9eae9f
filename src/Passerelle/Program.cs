using Passerelle;
using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Bodies;
using Passerelle.Dashboard;
using Passerelle.Participation;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Programme;
using Passerelle.Projects;
using Passerelle.Recruitment;
using Passerelle.Stakeholders;
using Passerelle.Tasks;
using Passerelle.Territory;
using Passerelle.Translation;
using Passerelle.Translation.Machine;

var spelled = Arguments.Spelled(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = spelled,
    ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
});
if ((Arguments.Wrong(spelled, builder.Configuration) ?? MachineOptions.Wrong(builder.Configuration)) is { } wrong)
{
    await Console.Error.WriteLineAsync("Passerelle cannot start. " + wrong);
    return 2;
}

builder.AddPlatform();
builder.AddAccounts();
builder.Services
    .AddTerritory()
    .AddBodies()
    .AddProgramme()
    .AddTasks()
    .AddTranslation()
    .AddActionGroups()
    .AddProjects()
    .AddParticipation()
    .AddStakeholders()
    .AddRecruitment()
    .AddDashboard()
    .AddSchedule();

var app = builder.Build();
app.UsePlatform();
app.UseAccounts();
var site = app.MapPlatform();
site.MapTerritory();
site.MapAccounts();
site.MapBodies();
site.MapProgramme();
site.MapTasks();
site.MapTranslation();
site.MapActionGroups();
site.MapProjects();
site.MapParticipation();
site.MapStakeholders();
site.MapRecruitment();
site.MapDashboard();
if ((await TextIndexCommand.RebuildIfAsked(app) ?? await BoundaryCommand.ImportIfAsked(app)) is { } exit)
{
    return exit;
}

await app.RunAsync();
return Environment.ExitCode;
