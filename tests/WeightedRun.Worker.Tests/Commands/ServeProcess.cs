using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Commands;

/// <summary><c>weightedrun serve</c> in a process of its own, on a port of its own.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string MasterKey = MasterKeys.Create();

    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private ServeProcess(Dictionary<string, string> environment, string roles)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}") };
        listener.Stop();
        environment["ASPNETCORE_URLS"] = Http.BaseAddress.ToString();
        _process = Shell.Start(environment, "serve", "--roles", roles);
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static Task<ServeProcess> StartAsync(TestDatabase database, string roles = "web,jobs") => StartAsync(
        new Dictionary<string, string> { ["Database__ConnectionString"] = database.ConnectionString, ["Secrets__MasterKeys"] = MasterKey }, roles);

    public static async Task<ServeProcess> StartAsync(Dictionary<string, string> environment, string roles = "web,jobs")
    {
        var serve = new ServeProcess(environment, roles);
        var startedAt = Stopwatch.GetTimestamp();
        while (!await serve.IsAliveAsync())
        {
            if (serve._process.HasExited || Stopwatch.GetElapsedTime(startedAt) > Patience)
                throw new InvalidOperationException($"serve did not start: {serve.Output}");

            await Task.Delay(50);
        }

        return serve;
    }

    public void Kill() => _process.Kill();

    /// <summary>As an operator or a container runtime does; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();

        _process.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsAliveAsync()
    {
        try
        {
            return (await Http.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Append(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }
}
