namespace Sigap.Host.Simulator;

/// <summary>A message template as Meta would hold it after approval.</summary>
/// <param name="Parameters">How many variables its body has.</param>
/// <param name="Buttons">Titles of its quick replies.</param>
/// <param name="Fill">Its body with these parameters put in.</param>
public sealed record ApprovedTemplate(
    string Name, string Language, int Parameters, IReadOnlyList<string> Buttons, Func<IReadOnlyList<string>, string> Fill);
