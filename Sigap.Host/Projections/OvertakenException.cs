namespace Sigap.Host.Projections;

/// <summary>Another node has brought the read tables further meanwhile: whoever meets this begins again from where they are.</summary>
internal sealed class OvertakenException() : Exception("The read tables are no longer where this projector left them");
