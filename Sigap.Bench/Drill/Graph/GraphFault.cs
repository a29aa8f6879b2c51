namespace Sigap.Bench.Drill.Graph;

/// <summary>How the Graph API treats a send.</summary>
internal enum GraphBehaviour
{
    /// <summary>Takes it and says so.</summary>
    Accepts,

    /// <summary>429 with code 130429.</summary>
    TooFast,

    /// <summary>The same, with the seconds to wait.</summary>
    TooFastWithRetryAfter,

    /// <summary>400 with code 131056: too many messages to this applicant.</summary>
    PairTooFast,

    /// <summary>500 with an error of the Graph API: nothing was taken.</summary>
    ServerError,

    /// <summary>500 with a page of a gateway on the way; nothing was taken, but Sigap cannot know that.</summary>
    GatewayPage,

    /// <summary>400 with code 131009: this message will never be taken.</summary>
    BadRequest,

    /// <summary>401 with code 190.</summary>
    WrongToken,

    /// <summary>Takes it and says so after fifteen seconds.</summary>
    Slow,

    /// <summary>Takes it and never says so.</summary>
    TimesOut,

    /// <summary>Takes it and cuts the connection.</summary>
    AcceptsThenCuts,

    /// <summary>Takes it and says half of it.</summary>
    AcceptsThenTruncates,

    /// <summary>Takes it and answers something else.</summary>
    AcceptsThenGarbage,

    /// <summary>Takes it and answers ten megabytes.</summary>
    AcceptsThenFloods,

    /// <summary>Takes it and says so, a byte a second.</summary>
    AcceptsThenDrips,
}

/// <summary>What is wrong with the Graph API at the moment.</summary>
/// <param name="Share">Of the sends that are treated so; the others are taken as usual.</param>
/// <param name="Told">Of the messages taken: those whose statuses are told.</param>
internal sealed record GraphFault(string Name, double Share, double Told, params GraphBehaviour[] Behaviours)
{
    public static readonly GraphFault None = new("none", 0, 1);
    public static readonly GraphFault TooFast = new("429 without a time to wait", 0.5, 1, GraphBehaviour.TooFast);
    public static readonly GraphFault TooFastWithRetryAfter =
        new("429 with a time to wait", 0.5, 1, GraphBehaviour.TooFastWithRetryAfter);

    public static readonly GraphFault PairTooFast = new("131056 for an applicant", 0.05, 1, GraphBehaviour.PairTooFast);
    public static readonly GraphFault ServerErrors = new("500", 0.3, 1, GraphBehaviour.ServerError);
    public static readonly GraphFault BadRequests = new("400 for ever", 0.02, 1, GraphBehaviour.BadRequest);
    public static readonly GraphFault WrongToken = new("wrong token", 1, 1, GraphBehaviour.WrongToken);
    public static readonly GraphFault Slow = new("slow", 0.2, 1, GraphBehaviour.Slow);

    /// <summary>Taken, but nobody says so; of some not even a status comes: those arrive twice.</summary>
    public static readonly GraphFault AcceptsThenDrops =
        new("accepts, then drops", 0.2, 0.95, GraphBehaviour.AcceptsThenCuts, GraphBehaviour.TimesOut);

    public static readonly GraphFault Garbage = new(
        "garbage", 0.1, 1,
        GraphBehaviour.AcceptsThenTruncates, GraphBehaviour.AcceptsThenGarbage, GraphBehaviour.AcceptsThenFloods, GraphBehaviour.AcceptsThenDrips);

    public static readonly IReadOnlyList<GraphFault> All =
    [
        TooFast, TooFastWithRetryAfter, PairTooFast, ServerErrors, BadRequests, WrongToken, Slow, AcceptsThenDrops, Garbage,
    ];

    /// <summary>Whether the message reaches its applicant.</summary>
    public static bool Takes(GraphBehaviour behaviour) => behaviour is GraphBehaviour.Accepts or >= GraphBehaviour.Slow;

    /// <summary>Whether the answer lets Sigap know what became of the message.</summary>
    public static bool Tells(GraphBehaviour behaviour) => behaviour is
        GraphBehaviour.Accepts or GraphBehaviour.TooFast or GraphBehaviour.TooFastWithRetryAfter or GraphBehaviour.PairTooFast
        or GraphBehaviour.ServerError or GraphBehaviour.BadRequest or GraphBehaviour.WrongToken or GraphBehaviour.Slow;

    public GraphBehaviour Choose(Random random) => Behaviours.Length == 0 || random.NextDouble() >= Share
        ? GraphBehaviour.Accepts
        : Behaviours[random.Next(Behaviours.Length)];
}
