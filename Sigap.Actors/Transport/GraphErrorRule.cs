namespace Sigap.Transport;

/// <summary>What follows on one code, or a range of codes, of the Graph API.</summary>
/// <param name="Factor">By how much the delay grows with every attempt.</param>
/// <param name="Attempts">Sends in all, the first one counted; 0 for no end.</param>
/// <param name="Alert">An operator should look.</param>
public sealed record GraphErrorRule(
    int From,
    int To,
    ErrorAction Action,
    ErrorScope Scope,
    TimeSpan Delay,
    double Factor,
    TimeSpan MaxDelay,
    int Attempts,
    bool Alert,
    string Meaning)
{
    /// <summary>
    /// How long to wait after the given number of sends: delay, delay × factor, delay × factor²… up to the maximum.
    /// </summary>
    public TimeSpan DelayAfter(int attempt)
    {
        var seconds = Delay.TotalSeconds * Math.Pow(Factor, Math.Max(0, attempt - 1));
        return seconds < MaxDelay.TotalSeconds ? TimeSpan.FromSeconds(seconds) : MaxDelay;
    }

    public bool Allows(int attempt) => Attempts == 0 || attempt < Attempts;
}

public enum ErrorAction
{
    /// <summary>Send again after a delay that grows.</summary>
    Retry = 1,

    /// <summary>The same, and the whole scope waits as long.</summary>
    Wait = 2,

    /// <summary>This message is lost, the next ones go on.</summary>
    Drop = 3,

    /// <summary>Needs an approved template, or a message of the applicant.</summary>
    Template = 4,

    /// <summary>No more of this kind to this applicant.</summary>
    Suppress = 5,

    /// <summary>The scope stops sending, what is owed is kept, an operator is called.</summary>
    AlertStop = 6,
}

/// <summary>What an error concerns.</summary>
public enum ErrorScope
{
    Message = 1,

    /// <summary>One business number and one applicant.</summary>
    Pair = 2,
    User = 3,
    Number = 4,
    Account = 5,
    App = 6,
    Token = 7,
    Template = 8,
}

public static class ErrorScopes
{
    /// <summary>What concerns more than a business number concerns the number too.</summary>
    public static bool IsWide(this ErrorScope scope) =>
        scope is ErrorScope.Number or ErrorScope.Account or ErrorScope.App or ErrorScope.Token;
}
