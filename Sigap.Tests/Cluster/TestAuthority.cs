using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sigap.Tests.Cluster;

/// <summary>An authority made for a spec, which signs certificates of nodes and writes everything as PEM files.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly string _folder;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;
    private byte _issued;

    public TestAuthority(string folder, string name)
    {
        _folder = Path.Combine(folder, name);
        Directory.CreateDirectory(_folder);
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-60), DateTimeOffset.UtcNow.AddDays(60));
        File = Write("ca.pem", _certificate.ExportCertificatePem());
    }

    /// <summary>For <c>Cluster:Tls:Ca</c>.</summary>
    public string File { get; }

    public (string Certificate, string Key) Issue(
        string address = "127.0.0.1", DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var number = ++_issued;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=node {number}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(
            _certificate, from ?? DateTimeOffset.UtcNow.AddDays(-1), until ?? DateTimeOffset.UtcNow.AddDays(30), [number]);
        return (Write($"node-{number}.pem", certificate.ExportCertificatePem()), Write($"node-{number}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    /// <summary>The settings of a node with a certificate of this authority.</summary>
    public string[] Settings()
    {
        var (certificate, key) = Issue();
        return [$"--Cluster:Tls:Certificate={certificate}", $"--Cluster:Tls:Key={key}", $"--Cluster:Tls:Ca={File}"];
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }
}
