namespace Sigap.Language;

/// <summary>A set of concepts of the vocabulary, by index: at most 256.</summary>
internal readonly record struct ConceptSet(ulong A, ulong B, ulong C, ulong D)
{
    public const int Capacity = 256;

    public static readonly ConceptSet Empty;

    public bool IsEmpty => (A | B | C | D) == 0;

    public static ConceptSet Of(int index)
    {
        var bit = 1UL << (index & 63);
        return (index >> 6) switch
        {
            0 => new ConceptSet(bit, 0, 0, 0),
            1 => new ConceptSet(0, bit, 0, 0),
            2 => new ConceptSet(0, 0, bit, 0),
            _ => new ConceptSet(0, 0, 0, bit),
        };
    }

    public static ConceptSet operator |(ConceptSet x, ConceptSet y) => new(x.A | y.A, x.B | y.B, x.C | y.C, x.D | y.D);

    public bool HasAll(in ConceptSet wanted) =>
        ((wanted.A & ~A) | (wanted.B & ~B) | (wanted.C & ~C) | (wanted.D & ~D)) == 0;

    public bool HasAny(in ConceptSet other) => ((other.A & A) | (other.B & B) | (other.C & C) | (other.D & D)) != 0;
}
