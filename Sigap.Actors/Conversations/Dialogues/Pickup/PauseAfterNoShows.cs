namespace Sigap.Conversations.Dialogues;

/// <summary>Who missed several bookings lets others go first for some days; the walk-in line stays open.</summary>
internal static class PauseAfterNoShows
{
    /// <summary>False when booking is open to this conversation.</summary>
    public static bool Says(TurnDraft turn)
    {
        var rules = turn.Around.Office.Pickup;
        var recent = turn.Pickup.NoShows.Where(at => at > turn.Now - rules.NoShowMemory).ToList();
        if (recent.Count < rules.NoShowsBeforePause || recent[^1] + rules.Pause <= turn.Now)
        {
            return false;
        }

        var until = turn.Around.Office.LocalDate(recent[^1] + rules.Pause);
        turn.Enter(Step.Idle.Here);
        turn.Say("booking.pause", ("count", PickupWords.Count(recent.Count)), ("date", PickupWords.Date(turn, until)));
        turn.OfferOptionsOf("booking.pause");
        return true;
    }
}
