namespace Sigap.Content;

/// <summary>A day on which every office is closed: a national holiday or joint leave (cuti bersama).</summary>
public sealed record Holiday(DateOnly Date, LocalizedText Name, bool JointLeave, bool Estimated);
