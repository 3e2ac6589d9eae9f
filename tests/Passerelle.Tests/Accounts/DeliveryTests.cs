using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Passerelle.Platform.Email;
using Passerelle.Platform.Events;
using Passerelle.Tests.Host;

namespace Passerelle.Tests.Accounts;

/// <summary>Fails on every change of a profile until it is mended.</summary>
public sealed class Fragile : EventHandling
{
    public static bool Mended { get; set; }

    public static int Handled { get; private set; }

    public override string Name => "fragile";

    public override IReadOnlyList<string> Names => ["person.changed"];

    public override Task Handle(Event happened, CancellationToken stop)
    {
        Handled += Mended ? 1 : 0;
        return Mended ? Task.CompletedTask : throw new InvalidOperationException("The fragile handler broke");
    }
}

public sealed class FragilePlatform : TestPlatform
{
    protected override void Configure(IServiceCollection services) => services.AddEventHandler<Fragile>();
}

public sealed class DeliveryTests(FragilePlatform platform) : IClassFixture<FragilePlatform>
{
    [Fact]
    public async Task A_delivery_that_fails_ten_times_is_shown_and_can_be_delivered_again()
    {
        var (guest, _) = await platform.Registered();
        await guest.Fill("/fr/me", ("organisation", "Fragile"));
        // The application's own pump takes turns with this one, as a second node would.
        for (var i = 0; i < 500 && !await Parked(); i++)
        {
            await platform.Deliver();
        }

        Assert.True(await Parked());
        var administrator = await platform.As("administrator");
        var page = await administrator.Get("/fr/desk/deliveries");
        Assert.Contains("The fragile handler broke", page.Main, StringComparison.Ordinal);
        Assert.Contains("person.changed", page.Main, StringComparison.Ordinal);

        var still = await administrator.Follow(await administrator.Submit(page, "form[action$='/deliveries/event']"));
        Assert.Contains("Toujours en échec", still.Main, StringComparison.Ordinal);
        Fragile.Mended = true;
        var done = await administrator.Follow(await administrator.Submit(page, "form[action$='/deliveries/event']"));
        Assert.DoesNotContain("The fragile handler broke", done.Main, StringComparison.Ordinal);
        Assert.Equal(1, Fragile.Handled);
        Assert.Equal(404, (int)(await administrator.Submit(page, "form[action$='/deliveries/event']")).Status);
    }

    [Fact]
    public async Task A_mail_that_could_not_be_sent_is_shown_without_its_words_and_sent_again()
    {
        var id = await platform.Db(async db =>
        {
            var mail = new QueuedMail { To = "lost@people.example", Language = "fr", Subject = "Un secret", Html = "<p>Un secret</p>", Text = "Un secret", CreatedAt = DateTimeOffset.UtcNow, Attempts = QueuedMail.MostAttempts, Error = "No such mailbox" };
            db.Add(mail);
            await db.SaveChangesAsync();
            return mail.Id;
        });
        var administrator = await platform.As("administrator");
        var page = await administrator.Get("/nl/desk/deliveries");
        Assert.Contains("No such mailbox", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Un secret", page.Text, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await administrator.Submit(page, "form[action$='/deliveries/mail']")).Status);
        await platform.Services.GetRequiredService<MailSender>().SendAll(default);
        Assert.NotNull(await platform.Db(db => db.Set<QueuedMail>().Where(m => m.Id == id).Select(m => m.SentAt).SingleAsync()));
    }

    private Task<bool> Parked() => platform.Db(db => db.Set<EventFailure>().AnyAsync(f => f.Parked));
}
