namespace Passerelle.Kernels.Translation;

/// <summary>Whether a term is to be used: «administrativeStatus» of TBX.</summary>
public enum TermStatus
{
    /// <summary>Use it (preferredTerm-admn-sts; also what a law or standard prescribes).</summary>
    Preferred,

    /// <summary>It may be used (admittedTerm-admn-sts).</summary>
    Admitted,

    /// <summary>Do not use it (deprecatedTerm-admn-sts, supersededTerm-admn-sts).</summary>
    Forbidden,
}
