namespace Sigap.Bench.Drill.Crowd;

/// <summary>One post as WhatsApp makes it: a whole signed request, the same bytes at every try.</summary>
/// <param name="Number">Counts the parcels of a drill.</param>
/// <param name="Messages">None when it carries statuses.</param>
/// <param name="Items">Messages or statuses in it.</param>
internal sealed record Parcel(long Number, ReadOnlyMemory<byte> Request, Cargo Cargo, IReadOnlyList<WrittenMessage> Messages, int Items)
{
    public Parcel AsCopy() => this with { Cargo = Cargo.Copies, Messages = [] };
}
