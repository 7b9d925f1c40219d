using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace WeightedRun.Sandbox.GarminPartner.Notices;

/// <summary>Posts notices to the partner's endpoints: many users in one body, 200 within half a minute, or again later and later.</summary>
internal sealed class NoticeSender : IAsyncDisposable
{
    // How soon new notices and changed switches are noticed.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly PartnerWorld _world;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentDictionary<string, NoticeEndpoint> _endpoints = [];
    private readonly ConcurrentQueue<Notice> _queue = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;
    private int _open;
    private int _sent;
    private int _accepted;

    public NoticeSender(PartnerWorld world)
    {
        _world = world;
        _pump = Task.Run(PumpAsync);
    }

    public NoticeDelivery How { get; set; } = new();

    /// <summary>POSTs made, repetitions among them.</summary>
    public int Sent => Volatile.Read(ref _sent);

    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Items not accepted yet.</summary>
    public int Open => Volatile.Read(ref _open);

    public void SetEndpoint(string kind, NoticeEndpoint endpoint) => _endpoints[kind] = endpoint;

    public NoticeMode? ModeOf(string kind) => _endpoints.GetValueOrDefault(kind)?.Mode;

    /// <summary>Of a kind that is not enabled nothing is kept.</summary>
    public void Announce(Notice notice)
    {
        if (_endpoints.GetValueOrDefault(notice.Kind) is not { IsEnabled: true })
            return;

        Interlocked.Increment(ref _open);
        _queue.Enqueue(notice);
    }

    /// <summary>Waits until every item is accepted.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellation)
    {
        while (Open > 0)
            await Task.Delay(Glance, cancellation);
    }

    /// <summary>Posts a body as it is, whatever it says; anybody on the internet can.</summary>
    public async Task<HttpStatusCode> PostAsync(Uri url, string body, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _sent);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        request.Headers.UserAgent.ParseAdd("Garmin Health API");
        if (!_world.Quirks.OmitsClientId)
            request.Headers.Add("garmin-client-id", _world.Options.ClientId);

        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pump;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task PumpAsync()
    {
        var failures = 0;
        while (!_stop.IsCancellationRequested)
        {
            if (TakeBody() is not { } body)
            {
                await Task.Delay(Glance, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                continue;
            }

            if (await IsAcceptedAsync(body))
            {
                failures = 0;
                Interlocked.Increment(ref _accepted);
                Interlocked.Add(ref _open, -body.Items.Count);
                continue;
            }

            foreach (var notice in body.Items)
                _queue.Enqueue(notice);

            await Task.Delay(How.RetryAfter * Math.Pow(2, Math.Min(failures++, 8)), _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private (Uri Url, List<Notice> Items)? TakeBody()
    {
        var (items, passed) = (new List<Notice>(), new List<Notice>());
        Uri? url = null;
        while (items.Count < How.ItemsPerBody && _queue.TryDequeue(out var notice))
        {
            var endpoint = _endpoints[notice.Kind];
            if (endpoint.IsOnHold || (url is not null && endpoint.Url != url))
            {
                passed.Add(notice);
                continue;
            }

            url = endpoint.Url;
            items.Add(notice);
        }

        passed.ForEach(_queue.Enqueue);
        return url is null ? null : (url, items);
    }

    private async Task<bool> IsAcceptedAsync((Uri Url, List<Notice> Items) body)
    {
        var json = new JsonObject();
        foreach (var kind in body.Items.GroupBy(notice => notice.Kind))
            json[kind.Key] = new JsonArray([.. kind.Select(notice => notice.Item.DeepClone())]);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(How.AnswerWithin);
        try
        {
            var accepted = true;
            for (var copy = 0; copy < How.Copies; copy++)
                accepted &= await PostAsync(body.Url, json.ToJsonString(), patience.Token) == HttpStatusCode.OK;

            return accepted;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
