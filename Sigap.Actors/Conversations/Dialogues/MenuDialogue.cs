using Sigap.Content;

namespace Sigap.Conversations.Dialogues;

/// <summary>Walks the tree of nodes: shows them, follows their options, goes back.</summary>
internal static class MenuDialogue
{
    public const string Menu = "menu";
    private const int LongestTrail = 8;

    public static void ShowMenu(TurnDraft turn)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say(Menu);
        turn.OfferOptionsOf(Menu);
        turn.Note(new TurnFact.Shown(Menu, 0));
    }

    /// <summary>Says a node that has no subject of its own (an apology, a hint) with its own options, or else with the menu below it.</summary>
    public static void SayAboveMenu(TurnDraft turn, string node)
    {
        turn.Enter(Step.Idle.Here);
        turn.Say(node);
        turn.Offer(turn.OptionsOf(node) is { IsEmpty: false } own ? own : turn.OptionsOf(Menu));
    }

    public static void Show(TurnDraft turn, string node)
    {
        if (node == Menu || turn.Around.Content.Node(turn.Language, turn.Around.Office.Id, node) is null)
        {
            ShowMenu(turn);
            return;
        }

        turn.Enter(Step.Idle.Here);
        turn.Say(node);
        turn.OfferOptionsOf(node);

        var trail = turn.Before.Trail;
        var seen = trail.IndexOf(node);
        turn.Note(new TurnFact.Shown(node, seen >= 0 ? seen : Math.Min(trail.Length, LongestTrail)));
    }

    /// <summary>
    /// One node back on the way the applicant came; the menu where there is no way back. What a dialogue said is not on that
    /// way: from there, the last node is one back.
    /// </summary>
    public static void GoBack(TurnDraft turn)
    {
        var trail = turn.Before.Trail;
        var isInSight = trail.Length > 0 && turn.Before.Offered.Any(offer => offer.Node == trail[^1]);
        var steps = isInSight ? 2 : 1;
        Show(turn, trail.Length >= steps ? trail[^steps] : Menu);
    }

    /// <summary>Goes where an option leads: to a node, or to a dialogue with an argument.</summary>
    public static void Follow(TurnDraft turn, Option option)
    {
        if (!option.Goto.StartsWith('@'))
        {
            Show(turn, option.Goto);
            return;
        }

        var target = option.Goto[1..].Split(':', 2);
        MainDialogue.Start(turn, target[0], target.ElementAtOrDefault(1));
    }
}
