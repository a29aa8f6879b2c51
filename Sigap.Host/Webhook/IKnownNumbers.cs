using Sigap.Kernel;

namespace Sigap.Host.Webhook;

/// <summary>Tells our business numbers from others that share the app's webhook.</summary>
public interface IKnownNumbers
{
    bool IsOurs(BusinessNumberId business);
}
