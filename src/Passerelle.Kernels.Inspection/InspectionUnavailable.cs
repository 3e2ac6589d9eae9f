namespace Passerelle.Kernels.Inspection;

/// <summary>No worker can be started, so nothing is known about the file: it is neither accepted nor refused.</summary>
public sealed class InspectionUnavailable(string message, Exception? cause = null) : Exception(message, cause);
