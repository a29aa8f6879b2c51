using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Sigap.Host.Simulator;

namespace Sigap.Tests.Simulator;

/// <summary>The simulator is on where nothing real is connected, and never beside a real number.</summary>
public sealed class SimulatorOptionsSpec
{
    [Theory]
    [InlineData(null, null, null, true)]
    [InlineData(null, "secret", null, false)]
    [InlineData(null, null, "token", false)]
    [InlineData("false", null, null, false)]
    [InlineData("true", "secret", null, true)]
    public void It_is_on_only_without_real_settings_or_when_asked_for(string? enabled, string? secret, string? token, bool expected) =>
        Read(enabled, secret, token).Enabled.ShouldBe(expected);

    [Fact]
    public void Beside_a_real_token_it_is_refused_with_the_remedy()
    {
        var problem = Should.Throw<OptionsValidationException>(() => Read("true", "secret", "token-of-a-real-number"));
        problem.Message.ShouldContain("Remove Simulator:Enabled");
        problem.Message.ShouldNotContain("token-of-a-real-number");
    }

    [Fact]
    public void A_switch_that_is_neither_true_nor_false_is_refused() =>
        Should.Throw<OptionsValidationException>(() => Read("perhaps", null, null)).Message.ShouldContain("perhaps");

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:80", "http://127.0.0.1/")]
    [InlineData("http://127.0.0.1:9000", "http://127.0.0.1:9000/")]
    public void An_address_to_listen_on_becomes_one_to_call(string listening, string calling) =>
        OwnAddress.Reachable(listening).ToString().ShouldBe(calling);

    private static SimulatorOptions Read(string? enabled, string? secret, string? token) =>
        SimulatorOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Simulator:Enabled", enabled),
            new("WhatsApp:AppSecret", secret),
            new("WhatsApp:AccessToken", token),
        ]).Build());
}
