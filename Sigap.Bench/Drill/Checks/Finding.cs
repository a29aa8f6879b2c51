namespace Sigap.Bench.Drill.Checks;

/// <summary>What kind of harm a finding tells of: the columns of the report.</summary>
internal enum Harm
{
    /// <summary>Acknowledged and never handled, or handled and never answered.</summary>
    Lost,

    /// <summary>Handled or answered twice, and nothing explains it.</summary>
    Twice,

    OutOfOrder,

    Oversold,

    /// <summary>Any other promise that was not kept.</summary>
    Other,

    /// <summary>Answered twice because a send was cut: promised to be counted, not to be impossible.</summary>
    PossiblyTwice,
}

/// <summary>One thing a check saw.</summary>
/// <param name="Promise">The invariant, as I3.</param>
/// <param name="Key">Names what it is about: found again at the next look, it is the same finding.</param>
/// <param name="Evidence">What was seen where, in a sentence; nothing personal.</param>
internal sealed record Finding(string Promise, Harm Harm, string Key, string Evidence)
{
    public bool IsBroken => Harm != Harm.PossiblyTwice;
}
