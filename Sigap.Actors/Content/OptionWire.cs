using System.Text;

namespace Sigap.Content;

/// <summary>
/// How an option travels in a row or button: <c>version|node|option</c>, so that a tap on an old menu still tells what it meant.
/// </summary>
public sealed record OptionWire(string Version, string Node, string Option)
{
    public override string ToString() => $"{Version}|{Node}|{Option}";

    /// <summary>Null when the text was not written by Sigap.</summary>
    public static OptionWire? Parse(string? id)
    {
        var parts = id?.Split('|');

        return parts is [{ Length: > 0 } version, { Length: > 0 } node, { Length: > 0 } option] ? new(version, node, option) : null;
    }

    internal bool Fits => !Node.Contains('|') && !Option.Contains('|') && Node.Length > 0 && Option.Length > 0
        && Encoding.UTF8.GetByteCount(ToString()) <= WhatsAppLimits.OptionIdBytes;
}
