using Sigap.Host.Cluster;

namespace Sigap.Tests.Cluster;

/// <summary>What is wrong with the files is told at the start, not when the first node knocks.</summary>
public sealed class NodeTlsSpec : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sigap-tls-").FullName;
    private readonly TestAuthority _authority;

    public NodeTlsSpec() => _authority = new TestAuthority(_folder, "authority");

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_certificate_its_key_and_their_authority_are_in_order() => Problems(Issued()).ShouldBeEmpty();

    [Fact]
    public void Without_files_the_nodes_talk_in_the_clear() => Problems(new NodeTls()).ShouldBeEmpty();

    [Fact]
    public void All_three_files_are_needed() => Problem(Issued() with { Key = null }).ShouldStartWith("Cluster:Tls:Key is empty although");

    [Fact]
    public void A_file_that_is_missing_is_named() => Problem(Issued() with { Ca = "/no/such/ca.pem" })
        .ShouldBe("Cluster:Tls:Ca is '/no/such/ca.pem', and there is no such file; write the path of a PEM file.");

    [Fact]
    public void A_file_that_holds_something_else_is_named()
    {
        var other = Path.Combine(_folder, "other.pem");
        File.WriteAllText(other, "halo");

        Problem(Issued() with { Certificate = other }).ShouldStartWith($"Cluster:Tls:Certificate is '{other}', which holds no certificate");
        Problem(Issued() with { Key = other }).ShouldStartWith($"Cluster:Tls:Key is '{other}', which holds no key that fits");
        Problem(Issued() with { Ca = other }).ShouldStartWith($"Cluster:Tls:Ca is '{other}', which holds no certificate");
    }

    [Fact]
    public void The_key_of_another_certificate_does_not_fit() =>
        Problem(Issued() with { Key = _authority.Issue().Key }).ShouldContain("holds no key that fits the certificate");

    [Fact]
    public void A_certificate_that_has_expired_says_since_when() =>
        Problem(Issued(from: Now.AddDays(-30), until: Now.AddDays(-1))).ShouldContain($"which expired on {Now.AddDays(-1).ToLocalTime():yyyy-MM-dd}");

    [Fact]
    public void A_certificate_of_the_future_is_refused() => Problem(Issued(from: Now.AddDays(1))).ShouldContain("check the clock");

    [Fact]
    public void A_certificate_of_another_authority_is_refused()
    {
        using var other = new TestAuthority(_folder, "other");

        Problem(Issued() with { Ca = other.File }).ShouldContain("did not sign");
    }

    [Fact]
    public void A_certificate_made_out_to_another_node_is_refused() =>
        Problem(Issued("10.9.9.9")).ShouldContain("not made out to Cluster:Hostname 127.0.0.1");

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private NodeTls Issued(string address = "127.0.0.1", DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        var (certificate, key) = _authority.Issue(address, from, until);
        return new NodeTls { Certificate = certificate, Key = key, Ca = _authority.File };
    }

    private static string Problem(NodeTls tls) => Problems(tls).ShouldHaveSingleItem();

    private static IReadOnlyList<string> Problems(NodeTls tls) => [.. tls.Problems("127.0.0.1")];
}
