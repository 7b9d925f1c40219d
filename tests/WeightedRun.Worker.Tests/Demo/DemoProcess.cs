using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeightedRun.Worker.Tests.Demo;

/// <summary><c>weightedrun-sandbox demo</c> in a process of its own.</summary>
internal sealed partial class DemoProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly List<string> _lines = [];

    public DemoProcess(params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "weightedrun-sandbox.dll"), "demo", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_lines)
                return string.Join('\n', _lines);
        }
    }

    /// <summary>Where it keeps what it keeps, as it says itself.</summary>
    public string Folder => FolderLine().Match(Output).Groups["folder"].Value;

    public string AddressOf(string what) => Regex.Match(Output, $@"^{what} +(\S+)", RegexOptions.Multiline).Groups[1].Value;

    public async Task SaysAsync(string words)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (!Output.Contains(words, StringComparison.Ordinal))
        {
            Assert.True(!_process.HasExited && Stopwatch.GetElapsedTime(startedAt) < Patience, Output);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async Task<int> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    public Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return EndAsync();
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Processes that were started for its folder and still run.</summary>
    public IEnumerable<string> Leftovers() =>
        from process in Directory.GetDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit))
        let command = ReadOrEmpty(Path.Combine(process, "cmdline")).Replace('\0', ' ')
        where command.Contains($"{Folder}/", StringComparison.Ordinal)
        select command;

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();

        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_lines)
            _lines.Add(line ?? "");
    }

    private static string ReadOrEmpty(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        // It ended while we looked.
        catch (IOException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"private PostgreSQL \d+ in (?<folder>.+)/postgres\.")]
    private static partial Regex FolderLine();
}
