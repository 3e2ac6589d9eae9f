using System.Net.Mail;
using Passerelle.Accounts.Contract;
using Passerelle.Platform;
using Passerelle.Platform.Data;
using Passerelle.Platform.Localization;
using Passerelle.Platform.Pack;
using Passerelle.Programme.Contract;
using Passerelle.Territory.Contract;

namespace Passerelle.Participation;

/// <summary>
/// Who follows what in the demonstration, in demo/follows.json: its people, and addresses without an account. Their first
/// digest tells what happened since the day from which they follow.
/// </summary>
internal sealed class FollowsPack(Clock clock) : PackPart
{
    private readonly List<Follower> _followers = [];

    public override int Order => 74;

    public override bool IsDemonstration => true;

    public override void Read(PackFolder pack)
    {
        var people = PackPeople.In(pack);
        (FollowKind Kind, string List, Func<string, bool> Known)[] lists =
        [
            (FollowKind.Project, "projects", pack.NamesIn("demo/projects").Contains), (FollowKind.Group, "groups", pack.NamesIn("demo/groups").Contains),
            (FollowKind.Theme, "themes", PackProgramme.Of(pack).Themes.Contains), (FollowKind.Commune, "communes", PackTerritory.Of(pack).HasCommune),
        ];
        foreach (var item in pack.FilesIn("demo", "follows.json").Select(pack.ReadJson).OfType<PackItem>().SelectMany(j => j.Keys("follows").List("follows")))
        {
            item.Keys("person", "email", "language", "since", "groups", "projects", "themes", "communes");
            var moment = item.Moment("since");
            var act = Act.BySystem(clock.At(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment)));
            if (item.Has("person") == item.Has("email"))
            {
                item.Fail("person", "either a person or an e-mail address follows");
                continue;
            }

            var follower = item.Has("person") ? Follower.Of(people.GetValueOrDefault(item.OneOf("person", "person", people.Keys))?.Id ?? Guid.Empty, 0) : ByMail(item);
            foreach (var (kind, list, known) in lists)
            {
                var what = kind.ToString().ToLowerInvariant();
                foreach (var name in item.Words(list, what, known))
                {
                    follower.Follow(kind, kind is FollowKind.Group or FollowKind.Project ? PackIds.Of(what, name).ToString() : name, act with { Person = follower.PersonId });
                }
            }

            if (_followers.Exists(f => f.PersonId == follower.PersonId && f.EmailKey == follower.EmailKey))
            {
                item.Fail(item.Has("person") ? "person" : "email", "follows twice: one entry holds all that somebody follows");
            }

            _followers.Add(follower);
        }
    }

    public override Task Save(PlatformDb db, CancellationToken stop)
    {
        db.AddRange(_followers);
        return Task.CompletedTask;
    }

    private static Follower ByMail(PackItem item)
    {
        var email = item.Value("email", Follower.EmailLimit);
        if (!MailAddress.TryCreate(email, out var address) || address.Address != email)
        {
            item.Fail("email", $"«{email}» is no e-mail address");
        }

        return Follower.ByMail(email, People.KeyOf(email), item.OneOf("language", "language", Language.All), 0);
    }
}
