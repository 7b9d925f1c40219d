using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace WeightedRun.Sandbox.Strava.Push;

/// <summary>Posts events to the callback: 200 within 2 s, or again, three times in all, and then never.</summary>
internal sealed class EventSender : IAsyncDisposable
{
    // How soon a change of the clock or of the switches is noticed while something waits.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly TimeProvider _clock;
    private readonly EventQueue _queue;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Task _pump;
    private int _underway;
    private long _sent;
    private long _accepted;
    private long _givenUp;

    public EventSender(TimeProvider clock, int seed)
    {
        _clock = clock;
        _queue = new EventQueue(clock, seed);
        _pump = Task.Run(PumpAsync);
    }

    public EventDelivery How { get; set; } = new();

    /// <summary>POSTs made, retries and duplicates among them.</summary>
    public long Sent => Volatile.Read(ref _sent);

    public long Accepted => Volatile.Read(ref _accepted);

    /// <summary>Events nobody accepted in time: Strava never tells of them again.</summary>
    public long GivenUp => Volatile.Read(ref _givenUp);

    /// <summary>Events neither accepted nor given up yet.</summary>
    public int Open => _queue.Open;

    public void Announce(PushEvent announced, Uri callbackUrl)
    {
        _queue.Announce(announced, callbackUrl, How);
        _wake.Release();
    }

    /// <summary>Waits until every event is accepted or given up.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellation)
    {
        while (Open > 0)
            await Task.Delay(Glance, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pump;
        while (Volatile.Read(ref _underway) > 0)
            await Task.Delay(1);

        _http.Dispose();
        _stop.Dispose();
        _wake.Dispose();
    }

    private async Task PumpAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var how = How;
            var isFree = !how.IsPaused && Volatile.Read(ref _underway) < how.AtOnce;
            var (delivery, wait) = isFree ? _queue.Next() : (null, Glance);
            if (delivery is not null)
            {
                Interlocked.Increment(ref _underway);
                _ = DeliverAsync(delivery, how);
            }
            else
            {
                var glance = wait == Timeout.InfiniteTimeSpan ? wait : TimeSpan.FromTicks(Math.Min(wait.Ticks, Glance.Ticks));
                await _wake.WaitAsync(glance, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task DeliverAsync(Delivery delivery, EventDelivery how)
    {
        Interlocked.Increment(ref _sent);
        if (await IsAcceptedAsync(delivery, how))
        {
            Interlocked.Increment(ref _accepted);
            _queue.Close();
        }
        else if (delivery.Attempt < how.Attempts && !_stop.IsCancellationRequested)
        {
            _queue.Retry(delivery, how.RetryAfter);
        }
        else
        {
            Interlocked.Increment(ref _givenUp);
            _queue.Close();
        }

        _wake.Release();
        Interlocked.Decrement(ref _underway);
    }

    private async Task<bool> IsAcceptedAsync(Delivery delivery, EventDelivery how)
    {
        var body = delivery.Event.ToJson();
        using var request = new HttpRequestMessage(HttpMethod.Post, delivery.CallbackUrl);
        request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        if (how.SigningKey is { } key)
            request.Headers.Add("X-Strava-Signature", Sign(key, body));

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(how.AnswerWithin);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private string Sign(string key, string body)
    {
        var time = _clock.GetUtcNow().ToUnixTimeSeconds();
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(mac)}";
    }
}
