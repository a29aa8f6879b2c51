using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Content;

/// <summary>Turns a decided reply into a bubble within WhatsApp's limits. Pure: the same input gives the same bubble.</summary>
public static class Renderer
{
    /// <param name="now">Decides what "today" and "next opening" mean.</param>
    public static OutboundBody Render(ContentSet content, Office office, LanguageCode language, DateTimeOffset now, Reply reply) =>
        throw new NotSupportedException();
}
