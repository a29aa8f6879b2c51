using Sigap.Host.WhatsApp;

namespace Sigap.Tests.WhatsApp;

/// <summary>Settings that are wrong are named, explained and answered, and no secret is told.</summary>
public class WhatsAppOptionsSpec
{
    [Fact]
    public void Good_settings_are_not_complained_about() => Good().Validate().ShouldBeEmpty();

    [Fact]
    public void A_new_installation_is_told_apart()
    {
        new WhatsAppOptions().IsGiven.ShouldBeFalse();
        new WhatsAppOptions { VerifyToken = "x" }.IsGiven.ShouldBeTrue();
    }

    [Fact]
    public void Every_missing_setting_is_named_at_once()
    {
        var problems = new WhatsAppOptions().Validate();

        foreach (var name in new[] { "AppSecret", "VerifyToken", "AccessToken", "GraphUrl" })
        {
            problems.ShouldContain(problem => problem.StartsWith($"WhatsApp:{name} is not set; write", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_secret_with_a_line_end_is_noticed_and_not_told()
    {
        var options = Good();
        options.AccessToken = "EAAG-secret\n";

        var problem = options.Validate().ShouldHaveSingleItem();
        problem.ShouldContain("WhatsApp:AccessToken");
        problem.ShouldNotContain("EAAG");
    }

    [Theory]
    [InlineData("graph.facebook.com")]
    [InlineData("ftp://graph.facebook.com")]
    [InlineData("http://graph.facebook.com")]
    [InlineData("https://graph.facebook.com?x=1")]
    public void A_useless_or_unsafe_address_is_named_with_the_remedy(string url)
    {
        var options = Good();
        options.GraphUrl = url;

        options.Validate().ShouldHaveSingleItem().ShouldContain(url);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/graph")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://graph:8080")]
    [InlineData("https://graph.facebook.com/")]
    public void Addresses_nearby_need_no_encryption(string url)
    {
        var options = Good();
        options.GraphUrl = url;

        options.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void Values_out_of_bounds_are_named_with_their_bounds()
    {
        var options = Good();
        options.GraphVersion = "25";
        options.SendTimeout = TimeSpan.Zero;
        options.MaxInFlight = 0;
        options.MaxApplicantsAtOnce = -1;

        var problems = options.Validate();

        problems.Count.ShouldBe(4);
        problems.ShouldContain("WhatsApp:MaxInFlight is 0; write a value from 1 to 10000");
    }

    private static WhatsAppOptions Good() => new()
    {
        AppSecret = "0123456789abcdef",
        VerifyToken = "kata",
        AccessToken = "EAAG",
        GraphUrl = WhatsAppOptions.PublicGraphUrl,
    };
}
