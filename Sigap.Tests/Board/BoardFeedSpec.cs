using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Board;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Support;

namespace Sigap.Tests.Board;

/// <summary>What the boards of one office hear, in virtual time.</summary>
public class BoardFeedSpec
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 10, 42, 0, TimeSpan.FromHours(7)));
    private readonly ScriptedHall _hall = new() { View = ScriptedHall.Busy("A-041") };
    private readonly BoardOptions _options = new() { WatchersPerOffice = 3 };
    private readonly BoardFeed _feed;

    public BoardFeedSpec()
    {
        var camera = new BoardCamera(_hall, RealConfig.Content, _time, NullLogger<BoardCamera>.Instance);
        _feed = new BoardFeeds(camera, _options, _time, NullLogger<BoardFeed>.Instance).Of(camera.OfficeOf("jakarta-pusat")!);
    }

    [Fact]
    public async Task The_first_thing_a_watcher_hears_is_the_whole_scene()
    {
        using var watcher = _feed.Watch()!;

        (await Next(watcher)).Html.ShouldContain("A-041");
    }

    [Fact]
    public async Task Who_comes_later_hears_what_is_shown_now()
    {
        using var first = _feed.Watch()!;
        var shown = await Next(first);
        using var second = _feed.Watch()!;

        (await Next(second)).ShouldBe(shown);
        _hall.Asks.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_reaches_every_watcher()
    {
        using var first = _feed.Watch()!;
        using var second = _feed.Watch()!;
        await Next(first);
        await Next(second);
        _hall.View = ScriptedHall.Busy("A-042");
        await Look();

        (await Next(first)).Html.ShouldContain("A-042");
        (await Next(second)).Html.ShouldContain("A-042");
    }

    [Fact]
    public async Task What_does_not_change_is_not_sent_again()
    {
        using var watcher = _feed.Watch()!;
        await Next(watcher);
        await Look();
        await Look();
        _hall.View = ScriptedHall.Busy("A-042");
        await Look();

        (await Next(watcher)).Html.ShouldContain("A-042");
    }

    [Fact]
    public async Task With_nobody_watching_the_day_is_not_asked()
    {
        _time.Advance(Long);
        _hall.Asks.ShouldBe(0);

        var watcher = _feed.Watch()!;
        await Next(watcher);
        watcher.Dispose();
        _time.Advance(Long);
        _hall.Asks.ShouldBe(1);

        using var again = _feed.Watch()!;
        await Next(again);
        _hall.Asks.ShouldBe(2);
    }

    [Fact]
    public async Task Who_does_not_listen_is_dropped_and_the_others_are_not()
    {
        using var slow = _feed.Watch()!;
        using var quick = _feed.Watch()!;
        await Next(quick);
        for (var ticket = 100; ticket < 120; ticket++)
        {
            _hall.View = ScriptedHall.Busy($"A-{ticket}");
            await Look();
            (await Next(quick)).Html.ShouldContain($"A-{ticket}");
        }

        await Should.ThrowAsync<ChannelClosedException>(async () =>
        {
            while (true)
            {
                await Next(slow);
            }
        });
        using var back = _feed.Watch()!;
        (await Next(back)).Html.ShouldContain("A-119");
    }

    [Fact]
    public async Task At_midnight_the_next_day_is_asked()
    {
        _time.SetUtcNow(new DateTimeOffset(2026, 11, 25, 23, 59, 59, 800, TimeSpan.FromHours(7)));
        using var watcher = _feed.Watch()!;
        (await Next(watcher)).Html.ShouldContain("Rabu, 25 November");
        await Look();

        (await Next(watcher)).Html.ShouldContain("Kamis, 26 November");
        _hall.Days.ShouldBe([Day(25), Day(26)]);
    }

    [Fact]
    public async Task A_day_that_does_not_answer_leaves_the_last_scene_on_the_wall()
    {
        using var watcher = _feed.Watch()!;
        var shown = await Next(watcher);
        var view = _hall.View;
        _hall.View = null;
        await Look();
        var silent = await Next(watcher);
        _hall.View = view;
        await Look();

        silent.ShouldBe(shown with { IsLive = false });
        (await Next(watcher)).ShouldBe(shown);
    }

    [Fact]
    public void There_are_only_so_many_watchers()
    {
        using var first = _feed.Watch();
        using var second = _feed.Watch();
        using var third = _feed.Watch();

        _feed.Watch().ShouldBeNull();
        third!.Dispose();
        using var instead = _feed.Watch();
        instead.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("00:00:00.05", 100, "Board:AskEvery is 00:00:00.0500000.")]
    [InlineData("00:01:00", 100, "Board:AskEvery is 00:01:00.")]
    [InlineData("00:00:01", 0, "Board:WatchersPerOffice is 0.")]
    public void Settings_that_make_no_sense_are_refused(string askEvery, int watchers, string problem) =>
        new BoardOptions { AskEvery = TimeSpan.Parse(askEvery, CultureInfo.InvariantCulture), WatchersPerOffice = watchers }
            .Validate().ShouldHaveSingleItem().ShouldStartWith(problem);

    private static PickupDayId Day(int day) => new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, day));

    private static async Task<BoardShot> Next(BoardWatcher watcher) =>
        (await watcher.Next(Long, TimeProvider.System, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10))).ShouldNotBeNull();

    /// <summary>Time passes until the hall was looked at once more.</summary>
    private async Task Look()
    {
        var before = _hall.Asks;
        await Eventually.Becomes(() =>
        {
            if (_hall.Asks == before)
            {
                _time.Advance(_options.AskEvery);
            }

            return _hall.Asks > before;
        }, () => "the hall is looked at once more");
    }
}
