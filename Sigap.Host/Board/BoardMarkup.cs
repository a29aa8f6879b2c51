using System.Net;
using Sigap.Pickup;

namespace Sigap.Host.Board;

/// <summary>
/// Writes a scene as HTML. The same markup stands in the first page and in every event, so there is no second template in the
/// browser and no moment without content. Parts with an <c>id</c> or a counter are replaced one by one when they change.
/// </summary>
internal static class BoardMarkup
{
    private const string Nobody = "–";

    public static string Of(BoardScene scene) => $"""
        <main id="hall" class="{(scene.Closed is null ? "open" : "closed")}">
        <p id="date">{BoardDates.Short(scene.Today)}</p>
        {(scene.Closed is { } closed ? Closed(closed, scene) : Open(scene.Hall))}
        </main>
        """;

    /// <summary>Both languages, always: a hall has visitors of either.</summary>
    public static string Both(string indonesian, string english) =>
        $"""<span lang="id">{WebUtility.HtmlEncode(indonesian)}</span><span lang="en">{WebUtility.HtmlEncode(english)}</span>""";

    private static string Open(HallView? hall) => Serving(hall) + Next(hall) + Waiting(hall) + Newcomer(hall) + OnHold(hall);

    private static string Serving(HallView? hall)
    {
        CounterView[] counters = [.. (hall?.Counters ?? []).Where(counter => counter.IsOpen || counter.Ticket is not null)];
        return $"""
            <section id="serving">
            <h2>{Both("Sedang dilayani", "Now serving")}</h2>
            <ol id="counters" aria-live="polite" data-count="{counters.Length}">{string.Concat(counters.Select(Counter))}</ol>
            {(counters.Length > 0 ? "" : $"""<p class="none">{Both("Belum ada loket yang buka", "No counter is open")}</p>""")}
            </section>
            """;
    }

    private static string Counter(CounterView counter) => $"""
        <li class="{(counter.Ticket is null ? "counter free" : "counter")}" data-counter="{counter.Counter}" data-call="{Call(counter)}">
        <strong class="number">{counter.Ticket?.ToString() ?? Nobody}</strong>
        <span class="where">{Both("Loket", "Counter")}<b>{counter.Counter}</b></span>
        </li>
        """;

    /// <summary>Changes with every new call, which then shines and sounds.</summary>
    private static string Call(CounterView counter) => counter.Ticket is { } ticket ? $"{ticket}.{counter.Calls}" : "";

    private static string Next(HallView? hall) => $"""
        <section id="next">
        <h2>{Both("Berikutnya", "Next")}</h2>
        {(hall is { Next: { IsEmpty: false } next }
            ? $"<ol>{string.Concat(next.Select(ticket => $"<li>{ticket}</li>"))}</ol>"
            : $"""<p class="none">{Nobody}</p>""")}
        </section>
        """;

    private static string Waiting(HallView? hall) => $"""
        <section id="waiting">
        <h2>{Both("Menunggu", "Waiting")}</h2>
        <dl>
        {InLine("A", Both("Dengan jadwal", "Booked"), hall, Line.Booked)}
        {InLine("B", Both("Tanpa jadwal", "Walk-in"), hall, Line.WalkIn)}
        {InLine("P", Both("Prioritas", "Priority"), hall, Line.Priority)}
        </dl>
        </section>
        """;

    private static string InLine(string letter, string name, HallView? hall, Line line) =>
        $"<div><dt><b>{letter}</b>{name}</dt><dd>{(hall is null ? Nobody : $"{hall.Waiting.GetValueOrDefault(line)}")}</dd></div>";

    private static string Newcomer(HallView? hall) => $"""
        <section id="newcomer">
        <h2>{Both("Perkiraan tunggu nomor baru", "Estimated wait for a new number")}</h2>
        <p>{(hall?.WaitOfANewcomer is { } wait ? Minutes(wait) : $"<strong>{Nobody}</strong>")}</p>
        </section>
        """;

    private static string Minutes(WaitEstimate wait) =>
        $"<strong>{Math.Floor(wait.From.TotalMinutes):0}–{Math.Ceiling(wait.To.TotalMinutes):0}</strong> {Both("menit", "minutes")}";

    private static string OnHold(HallView? hall) => hall is { OnHold: { IsEmpty: false } tickets }
        ? $"""<p id="hold">{Both("Ditunda", "On hold")}{string.Concat(tickets.Select(ticket => $"<b>{ticket}</b>"))}</p>"""
        : "";

    private static string Closed(BoardClosed closed, BoardScene scene) => $"""
        <section id="shut">
        <h2>{Both("Loket pengambilan tutup", "Passport collection is closed")}</h2>
        {(closed.Reason is { } reason ? $"""<p class="reason">{Both(reason.Indonesian, reason.English)}</p>""" : "")}
        {(closed.Next is { } next ? OpensAgain(next, scene) : "")}
        </section>
        """;

    private static string OpensAgain(Opening next, BoardScene scene) => $"""
        <div class="opening">
        <p>{Both("Buka kembali", "Opens again")}</p>
        <p class="when"><strong>{BoardDates.Time(next.From)}</strong> {scene.Office.ZoneName}</p>
        <p class="day">{BoardDates.Seen(next.Date, scene.Today)}</p>
        </div>
        """;
}
