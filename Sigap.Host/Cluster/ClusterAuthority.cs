using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Akka.Event;

namespace Sigap.Host.Cluster;

/// <summary>Believes a node when, and only when, this cluster's own authority signed its certificate; the machine's authorities do not count.</summary>
internal sealed class ClusterAuthority(X509Certificate2Collection authorities)
{
    /// <summary>The judgement on both ends of every connection between nodes.</summary>
    public bool Believes(X509Certificate2? certificate, X509Chain? _, string peer, SslPolicyErrors errors, ILoggingAdapter log)
    {
        var reason = certificate is null ? "it shows none"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "it is made out to another name"
            : WhyNotSigned(certificate);
        if (reason is not null)
        {
            log.Warning("The certificate of {Peer} is not accepted: {Reason}", peer, reason);
        }

        return reason is null;
    }

    /// <returns>Null when the certificate is in order.</returns>
    public string? WhyNotSigned(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);

        // An authority of this size publishes no list of revoked certificates: to shut a node out, change the authority.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(certificate)
            ? null
            : string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct());
    }
}
