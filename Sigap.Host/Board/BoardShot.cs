using System.Security.Cryptography;
using System.Text;

namespace Sigap.Host.Board;

/// <summary>A scene as it is sent.</summary>
/// <param name="Id">Equal markup has an equal id, also after a restart.</param>
/// <param name="IsLive">The day was heard just now; otherwise this is what was heard last.</param>
internal sealed record BoardShot(string Html, string Id, bool IsLive)
{
    private const int IdBytes = 8;

    public static BoardShot Of(BoardScene scene, bool isLive)
    {
        var html = BoardMarkup.Of(scene);
        return new BoardShot(html, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))[..IdBytes]), isLive);
    }
}
