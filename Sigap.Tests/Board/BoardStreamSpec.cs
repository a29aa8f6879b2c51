using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Sigap.Tests.Support;

namespace Sigap.Tests.Board;

/// <summary>The board over HTTP: the first page and the events.</summary>
public sealed class BoardStreamSpec : IAsyncLifetime
{
    private readonly ScriptedHall _hall = new() { View = ScriptedHall.Busy("A-041") };
    private BoardHost _host = null!;
    private HttpClient _anybody = null!;

    public async Task InitializeAsync()
    {
        _host = await BoardHost.Start(_hall, new MovableClock(new DateTimeOffset(2026, 11, 24, 10, 42, 0, TimeSpan.FromHours(7))));
        _anybody = _host.Client(key: null);
    }

    public async Task DisposeAsync()
    {
        _anybody.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_first_page_has_everything_in_it_already()
    {
        var html = await _anybody.GetStringAsync("/board/jakarta-pusat");

        html.ShouldContain("<strong class=\"number\">A-041</strong>");
        html.ShouldContain("<li>A-042</li>");
        html.ShouldContain("<time>10.42</time><small>WIB</small>");
        html.ShouldContain("Kantor Imigrasi Kelas I Non TPI Jakarta Pusat");
        html.ShouldNotContain("{{");
    }

    [Fact]
    public async Task The_page_lets_nothing_in_from_elsewhere()
    {
        using var response = await _anybody.GetAsync("/board/jakarta-pusat");

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_office_is_answered_with_the_boards_there_are()
    {
        using var response = await _anybody.GetAsync("/board/bogor");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("<a href=\"/board/denpasar\">");
        (await _anybody.GetStringAsync("/board")).ShouldContain("<a href=\"/board/jayapura\">");
        (await _anybody.GetAsync("/board/bogor/events")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_first_event_is_the_whole_scene_and_the_next_a_beat()
    {
        var events = await Events(2);

        events[0].EventType.ShouldBe("scene");
        events[0].Data.ShouldStartWith("<main id=\"hall\"");
        events[0].Data.ShouldContain("A-041");
        events[0].EventId.ShouldNotBeNullOrEmpty();
        events[0].ReconnectionInterval.ShouldNotBeNull();
        events[1].EventType.ShouldBe("beat");
        var beat = JsonSerializer.Deserialize<JsonElement>(events[1].Data);
        beat.GetProperty("live").GetBoolean().ShouldBeTrue();
        DateTimeOffset.FromUnixTimeMilliseconds(beat.GetProperty("now").GetInt64()).Year.ShouldBe(2026);
    }

    [Fact]
    public async Task Who_has_the_scene_already_hears_only_that_it_still_holds()
    {
        var scene = (await Events(1))[0];

        (await Events(1, scene.EventId))[0].EventType.ShouldBe("beat");
        (await Events(1, "of yesterday"))[0].Data.ShouldBe(scene.Data);
    }

    [Fact]
    public async Task The_start_page_links_every_board_and_shows_the_doors_codes_beside_a_simulator()
    {
        var facts = JsonSerializer.Deserialize<JsonElement>(await _anybody.GetStringAsync("/start/facts"));
        var boards = facts.GetProperty("boards").EnumerateArray().ToList();

        boards.Select(board => board.GetProperty("path").GetString())
            .ShouldBe(["/board/denpasar", "/board/jakarta-pusat", "/board/jayapura"]);
        boards.ShouldAllBe(board => board.GetProperty("door").GetString()!.Length == 4);
    }

    private async Task<List<SseItem<string>>> Events(int count, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/board/jakarta-pusat/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await _anybody.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var events = new List<SseItem<string>>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add(item);
            if (events.Count == count)
            {
                break;
            }
        }

        return events;
    }
}
