namespace Passerelle.Platform.Web.Components;

/// <summary>A file received with a form that came back, and the token that finds it again.</summary>
public sealed record KeptFile(string Token, string Name, long Size);
