using Passerelle.Platform.Localization;

namespace Passerelle.ActionGroups.Pages;

/// <summary>A post in a list.</summary>
public sealed record PostCardView(Guid Id, string Author, DateTimeOffset At, Audience Audience, LocalizedText Title, LocalizedText Body, int Comments, int Files);
