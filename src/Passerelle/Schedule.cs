using Passerelle.Accounts;
using Passerelle.ActionGroups;
using Passerelle.Bodies;
using Passerelle.Dashboard;
using Passerelle.Participation;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Email;
using Passerelle.Platform.Files;
using Passerelle.Platform.Jobs;
using Passerelle.Projects;
using Passerelle.Recruitment;
using Passerelle.Recruitment.Offers;
using Passerelle.Recruitment.Interviews;
using Passerelle.Stakeholders;
using Passerelle.Tasks;
using Passerelle.Translation;
using Passerelle.Translation.Machine;
using Passerelle.Translation.Memory;

namespace Passerelle;

/// <summary>Every recurring job: its name, when it is due (in the pack's zone), the one method it calls.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services
        .AddSingleton(new Job("dashboard.keep", "0 0 * * *", (provider, due, stop) => provider.GetRequiredService<DashboardReading>().Keep(provider.GetRequiredService<Clock>().DateOf(due).AddDays(-1), stop)) { CatchesUp = true })
        .AddSingleton(new Job("bodies.end-mandates", "5 0 * * *", BodyJobs.EndMandates))
        .AddSingleton(new Job("follow.digest", "30 6 * * *", FollowJobs.Digest))
        .AddSingleton(new Job("follow.forget", "30 3 * * *", FollowJobs.Forget))
        .AddSingleton(new Job("groups.charges", "2 0 * * *", ChargeDays.Run) { CatchesUp = true })
        .AddSingleton(new Job("groups.pairs", "0 6 * * *", (provider, due, stop) => provider.GetRequiredService<PairReminders>().Run(due, stop)))
        .AddSingleton(new Job("groups.sunset", "10 6 * * *", Sunsets.Run))
        .AddSingleton(new Job("groups.staged-files", "20 3 * * *", FormFiles.ForgetOld))
        .AddSingleton(new Job("groups.forget-invitations", "20 3 * * *", MemberJobs.ForgetInvitations))
        .AddSingleton(new Job("old-links", "15 3 * * *", (provider, _, stop) => OldLinks.Forget(provider.GetRequiredService<PlatformDb>(), stop)))
        .AddSingleton(new Job("old-mails", "25 3 * * *", OldMails.Forget))
        .AddSingleton(new Job("presentations.missing", "0 6 * * *", (provider, due, stop) => provider.GetRequiredService<PresentationNotices>().Run(due, stop)))
        .AddSingleton(new Job("recruitment.calendars", "45 3 * * *", (provider, due, stop) => provider.GetRequiredService<InvitationMail>().ForgetReplaced(due, stop)))
        .AddSingleton(new Job("recruitment.drafts", "5 0 * * *", (provider, due, stop) => provider.GetRequiredService<ApplicationDesk>().ForgetDrafts(due, stop)) { CatchesUp = true })
        .AddSingleton(new Job("recruitment.halves", "20 0 * * *", (provider, due, stop) => provider.GetRequiredService<PostDesk>().SettleAll(due, stop)) { CatchesUp = true })
        .AddSingleton(new Job("recruitment.replaced", "10 0 * * *", (provider, due, stop) => provider.GetRequiredService<ApplicationDesk>().ForgetReplaced(due, stop)))
        .AddSingleton(new Job("recruitment.retention", "35 3 * * *", (provider, due, stop) => provider.GetRequiredService<Retention>().Run(due, stop)) { CatchesUp = true })
        .AddSingleton(new Job("recruitment.returned", "25 6,12,18 * * *", (provider, due, stop) => provider.GetRequiredService<Letters>().FindReturned(due, stop)))
        .AddSingleton(new Job("recruitment.unproven", "15 0 * * *", (provider, due, stop) => provider.GetRequiredService<ApplicationDesk>().LapseUnproven(due, stop)))
        .AddSingleton(new Job("stakeholders.forget", "30 3 * * *", Removal.Run))
        .AddSingleton(new Job("translation.learn", "40 3 * * *", (provider, due, stop) => provider.GetRequiredService<MemoryBook>().Learn(Act.BySystem(due), stop)))
        .AddSingleton(platform => new Job(MachineSender.Job, "* * * * *", (provider, due, stop) => provider.GetRequiredService<MachineSender>().Run(due, stop)) { IsOff = !platform.GetRequiredService<MachineOptions>().IsOn })
        .AddSingleton(new Job("translation.parity", "55 23 * * *", (provider, due, stop) => provider.GetRequiredService<Parity>().Keep(provider.GetRequiredService<Clock>().DateOf(due), stop)))
        .AddSingleton(new Job("tasks.reminders", "0 7 * * *", (provider, due, stop) => provider.GetRequiredService<TaskReminders>().Send(due, stop)));
}
