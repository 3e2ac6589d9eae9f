namespace Passerelle.Accounts.Contract;

/// <summary>
/// Names of the limits that an address may ask for with RequireRateLimiting: strict for who is signed in, generous
/// for an address on the network, which a hall full of people shares. Section «Limits» of the settings.
/// </summary>
public static class Limits
{
    public const string SignIn = "sign-in";

    /// <summary>Any form that people outside the agency send.</summary>
    public const string PublicForm = "public-form";
}
