using Sigap.Kernel;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class ApplicantWire
{
    public static Proto.Applicant ToWire(Applicant applicant) => Pair(applicant.Phone, applicant.ScopedId);

    public static Proto.Applicant Pair(string? phone, string? scopedId)
    {
        var wire = new Proto.Applicant();
        if (phone is not null)
        {
            wire.Phone = phone;
        }

        if (scopedId is not null)
        {
            wire.ScopedId = scopedId;
        }

        return wire;
    }

    public static Applicant FromWire(Proto.Applicant wire) =>
        Applicant.From(Phone(wire), ScopedId(wire)) ?? throw new InvalidDataException("An applicant without phone and scoped id");

    public static string? Phone(Proto.Applicant wire) => wire.HasPhone ? wire.Phone : null;

    public static string? ScopedId(Proto.Applicant wire) => wire.HasScopedId ? wire.ScopedId : null;
}
