using WeightedRun.Worker.Tests.Commands;

namespace WeightedRun.Worker.Tests.Machines;

/// <summary>Web processes behind a load balancer and workers, all of one installation; any of them can be killed and another put in its place.</summary>
internal sealed class Machines : IAsyncDisposable
{
    private readonly Func<Dictionary<string, string>> _settings;
    private readonly ServeProcess?[] _webs;
    private readonly ServeProcess?[] _workers;

    private Machines(Func<Dictionary<string, string>> settings, int webs, int workers) => (_settings, _webs, _workers) = (settings, new ServeProcess?[webs], new ServeProcess?[workers]);

    public required LoadBalancer Door { get; init; }

    public int Kills { get; private set; }

    /// <param name="settings">Asked anew for each process, with the address of the door.</param>
    /// <param name="webs">How many web processes.</param>
    /// <param name="workers">How many processes of jobs.</param>
    public static async Task<Machines> StartAsync(Func<Uri, Dictionary<string, string>> settings, int webs, int workers)
    {
        var door = await LoadBalancer.StartAsync();
        var machines = new Machines(() => settings(door.Address), webs, workers) { Door = door };
        await machines.StartWebsAsync();
        await machines.StartWorkersAsync();
        return machines;
    }

    /// <summary>One machine dies without a word and is put up again.</summary>
    public async Task ReplaceOneAsync(Random chance)
    {
        var at = chance.Next(_workers.Length + _webs.Length);
        Kills++;
        if (at < _workers.Length)
        {
            _workers[at]!.Kill();
            _workers[at] = await ServeProcess.StartAsync(_settings(), "jobs");
            return;
        }

        var web = at - _workers.Length;
        _webs[web]!.Kill();
        await Task.Delay(chance.Next(2000));
        _webs[web] = await ServeProcess.StartAsync(_settings(), "web");
        OpenDoor();
    }

    /// <summary>As an operator does it; what each had in hand is put back.</summary>
    public Task StopWorkersAsync() => StopAsync(_workers);

    /// <param name="count">Null: all of them.</param>
    public async Task StartWorkersAsync(int? count = null)
    {
        for (var n = 0; n < (count ?? _workers.Length); n++)
            _workers[n] = await ServeProcess.StartAsync(_settings(), "jobs");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(_workers);
        await StopAsync(_webs);
        await Door.DisposeAsync();
    }

    private async Task StartWebsAsync()
    {
        for (var n = 0; n < _webs.Length; n++)
            _webs[n] = await ServeProcess.StartAsync(_settings(), "web");

        OpenDoor();
    }

    private void OpenDoor() => Door.Targets = [.. _webs.Select(web => web!.Http.BaseAddress!)];

    private static async Task StopAsync(ServeProcess?[] processes)
    {
        await Task.WhenAll(processes.OfType<ServeProcess>().Select(one => one.DisposeAsync().AsTask()));
        Array.Clear(processes);
    }
}
