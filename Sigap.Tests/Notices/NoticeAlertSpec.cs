using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sigap.Host.Notices;
using Sigap.Host.Storage;
using Sigap.Host.Templates;
using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Tests.Storage;
using Sigap.Tests.Webhook;
using Sigap.Transport;

namespace Sigap.Tests.Notices;

/// <summary>Which notices of WhatsApp call an operator.</summary>
public class NoticeAlertSpec
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("161", AlertKind.TemplateStopped, "konfirmasi_pesanan")]
    [InlineData("162", AlertKind.TemplateStopped, "konfirmasi_pesanan")]
    [InlineData("165", AlertKind.TemplateChanged, "konfirmasi_pesanan")]
    [InlineData("168", AlertKind.Account, "account_update")]
    [InlineData("170", AlertKind.Account, "account_update")]
    [InlineData("171", AlertKind.Account, "account_update")]
    [InlineData("177", AlertKind.Account, "account_alerts")]
    [InlineData("179", AlertKind.Account, "security")]
    public void What_needs_a_person_calls_one(string fixture, AlertKind kind, string about)
    {
        var alert = NoticeAlert.Of(Read(fixture)).ShouldNotBeNull();

        (alert.Kind, alert.About).ShouldBe((kind, about));
    }

    [Theory]
    [InlineData("164")]
    [InlineData("167")]
    [InlineData("173")]
    [InlineData("174")]
    [InlineData("176")]
    [InlineData("180")]
    [InlineData("183")]
    [InlineData("188")]
    public void What_needs_nobody_calls_nobody(string fixture) => NoticeAlert.Of(Read(fixture)).ShouldBeNull();

    [Fact]
    public void Whoever_asked_for_a_new_pin_is_not_named() =>
        NoticeAlert.Of(Read("179")).ShouldNotBeNull().Text.ShouldBe("PIN_RESET_REQUEST");

    [Fact]
    public async Task A_notice_that_comes_twice_calls_once()
    {
        using var temp = new TempDatabase();
        using var log = new RecordedLog();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        var table = new TemplateTable(temp.Database);
        using var feed = new TemplateFeed(table, new TemplateStates(TimeProvider.System), TimeProvider.System, NullLogger<TemplateFeed>.Instance);
        var intake = new NoticeIntake(new SqlNoticeLog(temp.Database), table, feed, logging.CreateLogger<NoticeIntake>());

        await intake.Keep([Read("162")], default);
        await intake.Keep([Read("162")], default);

        log.Count(LogLevel.Error).ShouldBe(1);
        log.All.ShouldContain("Alert template-stopped");
    }

    [Fact]
    public void The_time_of_a_notice_is_what_WhatsApp_says() => Read("162").At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1793000000));

    private static AccountNotice Read(string fixture) =>
        WebhookReader.Read(Fixtures.Bytes(fixture), Noon, _ => true).Notices.ShouldHaveSingleItem();
}
