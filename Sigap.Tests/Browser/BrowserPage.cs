using Microsoft.Playwright;

namespace Sigap.Tests.Browser;

/// <summary>An open page and what went wrong in it.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    public BrowserPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _errors.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Uncaught exceptions, refused resources, violations of the content policy.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>How far the page reaches beyond the width of the screen.</summary>
    public Task<int> Overhang() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
