using System.Security.Cryptography;
using System.Text;

namespace Sigap.Tests.Webhook;

/// <summary>Webhook bodies made to measure.</summary>
internal static class Payload
{
    public const string Business = "109000000000001";

    public static byte[] Of(params string[] messages) => Change($$$"""
        {"field":"messages","value":{"metadata":{"phone_number_id":"{{{Business}}}"},"messages":[{{{string.Join(',', messages)}}}]}}
        """);

    public static byte[] Change(string change) =>
        Encoding.UTF8.GetBytes($$"""{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{{change}}]}]}""");

    public static string Text(string from, string id, string body = "halo", long timestamp = 1793000000) =>
        $$$"""{"from":"{{{from}}}","id":"{{{id}}}","timestamp":"{{{timestamp}}}","type":"text","text":{"body":"{{{body}}}"}}""";

    public static string Sign(byte[] body, string secret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}
