using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Tests.Conversations.Identity;

/// <summary>
/// People change numbers, hide and show them, give them up and get others' numbers, in whatever order: whatever one of them
/// booked is that one's, at the end and everywhere, and nobody else's.
/// </summary>
public class JoinStorySpec : IdentityTestKit
{
    private const int MostBookings = 4;
    private readonly Stack<string> _free = new(["6281200000005", "6281200000004", "6281200000003", "6281200000002", "6281200000001"]);
    private readonly List<Person> _people = [];
    private int _second;
    private int _ids;
    private int _applications;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Nothing_booked_is_lost_or_shown_to_another(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 40; step++)
        {
            Pass();
            Happens(random);
        }

        Joins();
        foreach (var person in _people.Where(person => person.Bookings.Count > 0))
        {
            Pass();
            var conversation = Writes(person);
            StateOf(conversation).Pickup.Bookings.Select(booking => booking.At).ShouldBe(
                person.Bookings.Select(booking => booking.At), ignoreOrder: true, $"seed {seed}, person {person.Number}");
            person.Bookings.ShouldAllBe(booking => Office.Booking(booking)!.Conversation == conversation, $"seed {seed}");
        }
    }

    private void Happens(Random random)
    {
        if (_people.Count == 0 || (random.Next(6) == 0 && _free.Count > 1))
        {
            _people.Add(new Person(++_ids, _free.Pop(), NewId()));

            // Who gets a number in silence and changes it in silence cannot be told from the one before: only months do.
            Writes(_people[^1]);
        }

        var person = _people[random.Next(_people.Count)];
        switch (random.Next(10))
        {
            case 0 or 1:
                Writes(person);
                break;
            case 2:
                WritesHidden(person);
                break;
            case 3 or 4 when person.Bookings.Count < MostBookings:
                person.Bookings.Add(Books(random.Next(3) == 0 ? WritesHidden(person) : Writes(person), ++_applications));
                break;
            case 5 or 6:
                ChangesNumber(person, random);
                break;
            case 7 when _people.Count > 1:
                _people.Remove(person);
                Free(person.Phone, random);
                break;
            case 8:
                KillsAll();
                break;
            default:
                Joins();
                break;
        }
    }

    private ConversationId Writes(Person person) => Says(Text(person.Both, _second, $"halo {_second}"))!.Value;

    private ConversationId WritesHidden(Person person) => Says(Text(person.Hidden, _second, $"halo {_second}"))!.Value;

    /// <summary>WhatsApp tells it in two messages, in any order, and the first text may come before either.</summary>
    private void ChangesNumber(Person person, Random random)
    {
        if (_free.Count == 0)
        {
            return;
        }

        Joins();
        var (before, phone, id) = (person.Both, _free.Pop(), NewId());
        Action[] told =
        [
            () => Says(Changes(Applicant.From(before.Phone, null)!, _second, phone)),
            () => Says(Changes(before, _second + 1, null, id)),
            () => Says(Text(Applicant.From(phone, id)!, _second + 2, $"baru {_second}")),
        ];
        random.Shuffle(told);
        foreach (var one in told)
        {
            one();
            if (random.Next(3) == 0)
            {
                KillsAll();
            }
        }

        (person.Phone, person.ScopedId) = (phone, id);
        Free(before.Phone!, random);

        // Who hides again before anything was joined cannot be known.
        Joins();
    }

    /// <summary>Somebody gets it again soon, or later.</summary>
    private void Free(string phone, Random random)
    {
        var others = _free.ToList();
        others.Insert(random.Next(others.Count + 1), phone);
        _free.Clear();
        others.ForEach(_free.Push);
    }

    private void Pass()
    {
        _second += 1000;
        Time.Advance(TimeSpan.FromSeconds(1000));
    }

    private string NewId() => $"ID.{++_ids}";

    private sealed class Person(int number, string phone, string scopedId)
    {
        public int Number => number;

        public string Phone { get; set; } = phone;

        public string ScopedId { get; set; } = scopedId;

        public List<BookingView> Bookings { get; } = [];

        public Applicant Both => Applicant.From(Phone, ScopedId)!;

        public Applicant Hidden => Applicant.From(null, ScopedId)!;
    }
}
