using System.Collections.Immutable;

namespace Sigap.Language;

/// <summary>
/// Finds the long numbers in a folded text, however they are grouped (<c>1106 0000-0012.3456</c>), and says what each is.
/// Dates, sums of money and times are no numbers in this sense.
/// </summary>
internal sealed class NumberFinder(IEnumerable<string> officeCodes)
{
    private const int ApplicationLength = 16;
    private const int BillingLength = 15;
    private const int ShortestFragment = 6;

    private readonly ImmutableArray<string> _officeCodes = [.. officeCodes];

    public ImmutableArray<FoundNumber> Find(string folded)
    {
        var found = ImmutableArray<FoundNumber>.Empty;

        for (var at = 0; at < folded.Length;)
        {
            if (LettersAndDigits.At(folded, at) is { } mixed)
            {
                found = found.Add(mixed.Number);
                at = mixed.End;
            }
            else if (char.IsAsciiDigit(folded[at]))
            {
                var run = DigitRun.At(folded, at);
                found = found.AddRange(Split(folded, run));
                at = run[^1].End;
            }
            else
            {
                at++;
            }
        }

        return JoinHalves(found);
    }

    /// <summary>Takes the groups of a run together as far as they make a number we know; what is left over may be half of one.</summary>
    private List<FoundNumber> Split(string folded, List<DigitRun.Group> run)
    {
        var found = new List<FoundNumber>();
        for (var first = 0; first < run.Count;)
        {
            var taken = TakeKnown(folded, run, first, found);
            if (taken == 0)
            {
                taken = TakeRest(folded, run, first, found);
            }

            first += taken;
        }

        return found;
    }

    private int TakeKnown(string folded, List<DigitRun.Group> run, int first, List<FoundNumber> found)
    {
        var length = 0;
        var phone = 0;
        for (var last = first; last < run.Count && length <= ApplicationLength; last++)
        {
            length += run[last].Length;
            var starts = folded[run[first].Start];

            if (length == ApplicationLength || (length == BillingLength && starts == '8'))
            {
                // 15 digits and one more are 16: a billing code is one only where it ends.
                if (length == BillingLength && last + 1 < run.Count && run[last + 1].Length == 1)
                {
                    continue;
                }

                found.Add(Classify(DigitRun.Digits(folded, run, first, last)));
                return last - first + 1;
            }

            phone = IsPhone(DigitRun.Digits(folded, run, first, last)) ? last - first + 1 : phone;
        }

        if (phone > 0)
        {
            found.Add(new FoundNumber(NumberKind.Phone, DigitRun.Digits(folded, run, first, first + phone - 1)));
        }

        return phone;
    }

    private static int TakeRest(string folded, List<DigitRun.Group> run, int first, List<FoundNumber> found)
    {
        var rest = run.Count - first;
        if (DigitRun.DateLength(folded, run, first) is > 0 and var date)
        {
            return date;
        }

        // "tgl 17 1106…": a long number after a short one is a number of its own.
        if (run[first].Length >= ShortestFragment || (run[first].Length < 4 && rest > 1 && run[first + 1].Length >= ShortestFragment))
        {
            rest = 1;
        }

        var digits = DigitRun.Digits(folded, run, first, first + rest - 1);
        if (rest > 1 && DigitRun.IsNoNumber(folded, run, first))
        {
            return rest;
        }

        if (digits.Length > ApplicationLength)
        {
            found.Add(new FoundNumber(NumberKind.TooLong, digits));
        }
        else if (digits.Length >= ShortestFragment)
        {
            found.Add(new FoundNumber(NumberKind.Fragment, digits));
        }

        return rest;
    }

    private FoundNumber Classify(string digits)
    {
        if (digits.Length == BillingLength)
        {
            return new FoundNumber(NumberKind.BillingCode, digits);
        }

        var ours = _officeCodes.Any(code => digits.StartsWith(code, StringComparison.Ordinal));
        return new FoundNumber(
            (ours, PopulationNumbers.Fits(digits)) switch
            {
                (true, true) => NumberKind.ApplicationOrPopulationNumber,
                (false, true) => NumberKind.PopulationNumber,
                _ => NumberKind.ApplicationNumber,
            },
            digits);
    }

    /// <summary>Two halves written with words between them: "depannya 11060000, belakangnya 00123456".</summary>
    private ImmutableArray<FoundNumber> JoinHalves(ImmutableArray<FoundNumber> found)
    {
        for (var at = 0; at + 1 < found.Length; at++)
        {
            if (found[at].Kind == NumberKind.Fragment && found[at + 1].Kind is NumberKind.Fragment
                && found[at].Digits.Length + found[at + 1].Digits.Length == ApplicationLength)
            {
                return found.RemoveAt(at + 1).SetItem(at, Classify(found[at].Digits + found[at + 1].Digits));
            }
        }

        return found;
    }

    private static bool IsPhone(string digits) =>
        (digits.StartsWith("08", StringComparison.Ordinal) && digits.Length is >= 10 and <= 13)
        || (digits.StartsWith("628", StringComparison.Ordinal) && digits.Length is >= 11 and <= 14)
        || (digits[0] == '8' && digits.Length is >= 10 and <= 12);
}
