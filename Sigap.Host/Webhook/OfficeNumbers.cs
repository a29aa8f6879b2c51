using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Host.Webhook;

/// <summary>Ours are the numbers on which an office answers, by the content now in force.</summary>
internal sealed class OfficeNumbers(IContentSource content) : IKnownNumbers
{
    public bool IsOurs(BusinessNumberId business) => content.Current.OfficeOf(business) is not null;
}
