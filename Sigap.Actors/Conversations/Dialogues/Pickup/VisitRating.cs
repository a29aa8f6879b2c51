using System.Globalization;

namespace Sigap.Conversations.Dialogues;

/// <summary>Stars for the visit, once; few of them open the way to a complaint.</summary>
internal static class VisitRating
{
    public const string Node = "notice.served";

    private const int Unhappy = 2;

    public static bool Choose(TurnDraft turn, string option)
    {
        if (!int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) || rating is < 1 or > 5)
        {
            return false;
        }

        if (turn.Pickup.Unrated is { } visit)
        {
            turn.Note(new TurnFact.ServiceRated(visit.Day, visit.Number, rating));
        }

        var node = rating <= Unhappy ? "rating.sorry" : "rating.thanks";
        turn.Enter(Step.Idle.Here);
        turn.Say(node);
        turn.OfferOptionsOf(node);
        return true;
    }
}
