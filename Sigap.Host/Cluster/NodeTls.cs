using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sigap.Host.Cluster;

/// <summary>
/// Section <c>Cluster:Tls</c>: PEM files with this node's certificate, its key, and the authority that signs the nodes of this
/// cluster. Who cannot show a certificate of that authority does not get in.
/// </summary>
internal sealed record NodeTls
{
    private const string Section = $"{NodeOptions.Section}:Tls";

    public string? Certificate { get; init; }

    public string? Key { get; init; }

    /// <summary>One certificate, or two while the authority is being replaced.</summary>
    public string? Ca { get; init; }

    public bool IsOn => Certificate is not null || Key is not null || Ca is not null;

    /// <summary>Every problem that would only show when nodes meet, told at the start instead.</summary>
    public IEnumerable<string> Problems(string hostname)
    {
        if (!IsOn)
        {
            return [];
        }

        (string Name, string? File)[] files = [("Certificate", Certificate), ("Key", Key), ("Ca", Ca)];
        var unreadable = files.Select(file => ProblemOf(file.Name, file.File)).OfType<string>().ToArray();
        return unreadable.Length > 0 ? unreadable : CertificateProblems(hostname);
    }

    /// <summary>Of files without <see cref="Problems"/>.</summary>
    public X509Certificate2 LoadCertificate() => X509Certificate2.CreateFromPemFile(Certificate!, Key);

    public X509Certificate2Collection LoadAuthorities()
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(Ca!);
        return authorities;
    }

    private static string? ProblemOf(string name, string? file)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            return $"{Section}:{name} is empty although others of {Section} are set; write the path of a PEM file, or remove them all.";
        }

        try
        {
            using (File.OpenRead(file))
            {
                return null;
            }
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"{Section}:{name} is '{file}', and there is no such file; write the path of a PEM file.";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{Section}:{name} is '{file}', which this process may not read; give its user the right to.";
        }
    }

    private IEnumerable<string> CertificateProblems(string hostname)
    {
        X509Certificate2Collection authorities;
        try
        {
            authorities = LoadAuthorities();
        }
        catch (CryptographicException)
        {
            authorities = [];
        }

        if (authorities.Count == 0)
        {
            yield return $"{Section}:Ca is '{Ca}', which holds no certificate in PEM form; write the file of the authority's certificate.";
        }

        X509Certificate2? loaded = null;
        string? problem = null;
        try
        {
            loaded = LoadCertificate();
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            problem = WhyNotLoaded();
        }

        if (problem is not null)
        {
            yield return problem;
        }

        using var certificate = loaded;
        if (certificate is null || authorities.Count == 0)
        {
            yield break;
        }

        var now = TimeProvider.System.GetUtcNow();
        if (now > certificate.NotAfter)
            yield return $"{Section}:Certificate is '{Certificate}', which expired on {certificate.NotAfter:yyyy-MM-dd}; put a new one in its place.";
        else if (now < certificate.NotBefore)
            yield return $"{Section}:Certificate is '{Certificate}', which is valid from {certificate.NotBefore:yyyy-MM-dd HH:mm} on; check the clock, or wait.";
        else if (new ClusterAuthority(authorities).WhyNotSigned(certificate) is { } reason)
            yield return $"{Section}:Certificate is '{Certificate}', which the authority in '{Ca}' did not sign ({reason}); sign it with that authority, or write its file into {Section}:Ca.";
        if (!certificate.MatchesHostname(hostname))
            yield return $"{Section}:Certificate is '{Certificate}', which is not made out to Cluster:Hostname {hostname}; the other nodes would not believe it. Make one with that name or address as subject alternative name.";
    }

    private string WhyNotLoaded()
    {
        try
        {
            using var alone = X509Certificate2.CreateFromPem(File.ReadAllText(Certificate!));
            return $"{Section}:Key is '{Key}', which holds no key that fits the certificate '{Certificate}'; write the file of its own key, in PEM form and without a password.";
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return $"{Section}:Certificate is '{Certificate}', which holds no certificate in PEM form.";
        }
    }
}
