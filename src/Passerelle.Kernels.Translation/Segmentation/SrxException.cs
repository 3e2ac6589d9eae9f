namespace Passerelle.Kernels.Translation.Segmentation;

/// <summary>An SRX file that cannot be used: not XML, not SRX 2.0, too large, or with an expression that is not understood.</summary>
public sealed class SrxException(string message, Exception? inner = null) : Exception(message, inner);
