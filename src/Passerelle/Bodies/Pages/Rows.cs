using Passerelle.Platform.Localization;

namespace Passerelle.Bodies.Pages;

/// <summary>A body in the list: how many seats it should have, has, and has filled.</summary>
public sealed record BodyCount(string Code, LocalizedText Name, LocalizedText Note, int? Seats, int Known, int Taken);

/// <summary>A seat, and who sits on it.</summary>
public sealed record SeatRow(string Code, string Body, LocalizedText Label, string? Side, SittingRow? Now, string? Partner);

/// <summary>Who sits, for whom, and since when.</summary>
public sealed record SittingRow(Guid Id, Guid Person, string? Partner, LocalizedText Function, DateOnly From, DateOnly? Until);

/// <summary>Who holds, or held, an office.</summary>
public sealed record TenureRow(Guid Id, Guid Holder, DateOnly From, DateOnly? Until);
