using Sigap.Content;

namespace Sigap.Host.WhatsApp;

/// <summary>Checks the table of errors together with the content.</summary>
internal sealed class GraphErrorsCheck : IConfigCheck
{
    public IEnumerable<Finding> Check(string folder, ContentSet content) => GraphErrors.Load(folder).Findings;
}
