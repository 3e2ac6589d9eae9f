namespace Passerelle.Platform.Web;

/// <summary>Who is signed in: what any page needs to know about the person, read once a request.</summary>
public sealed record Visitor(Guid Id, string Name, string Language, IReadOnlySet<string> Roles)
{
    public bool Is(params ReadOnlySpan<string> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }
}
