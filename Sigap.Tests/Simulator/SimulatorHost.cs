using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sigap.Host.Simulator;
using Sigap.Host.StartPage;

namespace Sigap.Tests.Simulator;

/// <summary>The simulator on a real port, with a desk behind <c>/webhook</c> that answers as Sigap would.</summary>
public sealed class SimulatorHost : IAsyncLifetime, IDemoHints
{
    public const string Secret = "app-secret-of-the-tests";
    public const string Token = "access-token-of-the-tests";
    public const string JakartaPusat = "109000000000001";
    public const string Denpasar = "109000000000002";

    private static readonly SimulatedNumber[] Numbers =
    [
        new(JakartaPusat, "622150000001", "Imigrasi Jakarta Pusat"),
        new(Denpasar, "622150000002", "Imigrasi Denpasar"),
        new("109000000000003", "622150000003", "Imigrasi Jayapura"),
    ];

    private static readonly ApprovedTemplate Template =
        new("siap_diambil", "id", 2, ["Pilih waktu", "Menu"], parameters => $"Paspor {parameters[0]} siap sejak {parameters[1]}.");

    private readonly WebApplication _app;

    public SimulatorHost()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection([new("Simulator:Enabled", "true")]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.UseKestrel();
        builder.Services.AddSingleton<IDemoHints>(this);
        builder.Services.AddSimulator(builder.Configuration, _ => new SimulatorSetup(
            Secret, Token, Numbers)
        { Templates = () => [Template] });

        _app = builder.Build();
        _app.MapSimulator();
        _app.MapStartPage();
        _app.MapPost("/webhook", (Delegate)((HttpContext http) => Desk!.Hear(http)));
        _app.MapGet("/health/ready", () => Results.Ok());
    }

    public static string NameOf(string business) => Numbers.Single(n => n.Id == business).Name;

    public HttpClient Http { get; } = new();

    public Uri Address { get; private set; } = new("about:blank");

    internal Desk Desk { get; private set; } = null!;

    public IReadOnlyList<DemoHint> Hints { get; } =
    [
        new("Halo", "Menu utama", "The main menu"),
        new("1106000000000017", "Paspor siap diambil (lahir 12-03-1990)", "Ready for pickup (born 12-03-1990)"),
    ];

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<OwnAddress>();
        Address = address.Base;
        Http.BaseAddress = Address;
        Desk = new Desk(address.Graph);
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Http.Dispose();
        Desk.Dispose();
    }

    public async Task Register(string phone, string name = "Budi Santoso", bool hidesNumber = false) =>
        (await Http.PutAsJsonAsync($"/simulator/api/phones/{phone}", new { name, hidesNumber })).EnsureSuccessStatusCode();

    public async Task<HttpResponseMessage> Do(string phone, object action) =>
        await Post($"/simulator/api/phones/{phone}/messages", action);

    public async Task<HttpResponseMessage> Post(string path, object body) => await Http.PostAsJsonAsync(path, body);

    public async Task<HttpResponseMessage> Graph(object message, string token = Token, string business = JakartaPusat)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/simulator/graph/v24.0/{business}/messages");
        request.Content = JsonContent.Create(message);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }
}
