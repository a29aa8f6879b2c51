using System.Net;

namespace Sigap.Tests.Webhook;

/// <summary>The question WhatsApp asks when the webhook's address is entered.</summary>
public class WebhookVerificationSpec
{
    [Fact]
    public async Task The_right_token_gets_the_challenge_back_as_plain_text()
    {
        await using var host = await WebhookHost.Start();

        using var answer = await host.Http.GetAsync("/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=kata-rahasia");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("1158201444");
    }

    [Theory]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=kata-rahasi")]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=")]
    [InlineData("hub.mode=subscribe&hub.challenge=1")]
    [InlineData("hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=kata-rahasia")]
    [InlineData("hub.challenge=1&hub.verify_token=kata-rahasia")]
    [InlineData("hub.mode=subscribe&hub.verify_token=kata-rahasia")]
    [InlineData("hub.mode=subscribe&hub.challenge=%3Cscript%3E&hub.verify_token=kata-rahasia")]
    [InlineData("hub.mode=subscribe&hub.challenge=1&hub.verify_token=x&hub.verify_token=kata-rahasia")]
    [InlineData("")]
    public async Task Anything_else_is_refused(string query)
    {
        await using var host = await WebhookHost.Start();

        using var answer = await host.Http.GetAsync($"/webhook?{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_token_that_is_not_set_matches_nothing(string? token)
    {
        await using var host = await WebhookHost.Start(options => options.VerifyToken = token);

        using var answer = await host.Http.GetAsync("/webhook?hub.mode=subscribe&hub.challenge=1&hub.verify_token=");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
