using Passerelle.Platform.Localization;

namespace Passerelle.Platform.Web.Components;

/// <summary>One step of the way here; the last has no address.</summary>
public sealed record Crumb(string Text, string? Href = null, string? Lang = null);

/// <summary>A step of a life: done, now, next or halted.</summary>
public sealed record LifeStep(string Name, string State, string? Note = null);

/// <summary>One of the two who lead. A note says college and side.</summary>
public sealed record PairMember(string Name, string? Note = null, string? Href = null);

/// <summary>A part of a whole. Tone: elected, civil, citizen, technician, side-1 to side-4 in the order of the sides, durable, …</summary>
public sealed record BarPart(string Label, int Count, string Tone);

/// <summary>A figure and what it counts.</summary>
public sealed record Stat(string Value, string Label, string? Note = null);

/// <summary>An act in a history. State: nothing, done, now or late.</summary>
public sealed record TimelineItem(string What, string? When = null, string? Who = null, string? Href = null, string? Note = null, string? State = null, string? Tag = null, LocalizedText? Words = null);

/// <summary>A filter as a link: it stays in the address.</summary>
public sealed record FilterLink(string Text, string Href, bool Current = false, int? Count = null);
