using Passerelle.Platform.Web;
using Passerelle.Tasks.Contract;
using Passerelle.Tasks.Pages;

namespace Passerelle.Tasks;

/// <summary>What people are asked to do, until they do it, and a reminder of what is due.</summary>
public static class TasksModule
{
    public static IServiceCollection AddTasks(this IServiceCollection services) => services.AddScoped<TaskDesk>().AddScoped<Accounts.Contract.IPersonalData, TasksPersonalData>().AddScoped<TaskReminders>();

    public static void MapTasks(this Site site)
    {
        site.Pages.MapGet("/desk/tasks", TasksPage.Get);
        site.Pages.MapPost("/desk/tasks/{id:guid}/done", TasksPage.Done);
        site.Pages.MapPost("/desk/tasks/{id:guid}/back", TasksPage.Back);
        site.Registry.Workspace.Add(new(() => Texts.T("tasks"), "/desk/tasks", 5));
        site.Registry.EventWords["task."] = Texts.Source;
    }
}
