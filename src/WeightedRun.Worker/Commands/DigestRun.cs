using System.Globalization;
using System.Text;
using System.Text.Json;
using WeightedRun.Analysis.Runs;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Commands;

/// <summary>One run of a <c>digest</c> command, on the product as <c>serve</c> puts it together, without its web face and its jobs.</summary>
internal sealed class DigestRun(TimeProvider time)
{
    public Task<int> SupposeAsync(string? who, Week? week, string? folder, CancellationToken cancellation) => WithProductAsync(async product =>
    {
        IReadOnlyList<RunnerId> runners;
        if (who is null)
            runners = await product.GetRequiredService<Recipients>().ReadAllAsync(cancellation);
        else if (await FindAsync(product, who, cancellation) is { } runner)
            runners = [runner];
        else
            return ExitCode.BadInput;

        foreach (var runner in runners)
        {
            if (await product.GetRequiredService<WhatIf>().AskAsync(runner, week?.StartsOn, cancellation) is { } supposition)
                await WriteAsync(supposition, folder, cancellation);
        }

        return ExitCode.Done;
    }, cancellation);

    public Task<int> ListAsync(CancellationToken cancellation) => WithProductAsync(async product =>
    {
        foreach (var digest in await product.GetRequiredService<DigestLedger>().ReadUndeliveredAsync(cancellation))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new
            {
                digest = digest.DigestId,
                runner = digest.RunnerId.Value,
                week_starts_on = digest.WeekStartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                state = digest.State,
                reason = digest.StateReason,
            }));
        }

        return ExitCode.Done;
    }, cancellation);

    public Task<int> ResendAsync(long id, CancellationToken cancellation) => WithProductAsync(async product =>
    {
        if (await product.GetRequiredService<DigestLedger>().ResendAsync(id, cancellation))
        {
            await Console.Error.WriteLineAsync($"Digest {id} will be sent within minutes by a process with the role jobs.");
            return ExitCode.Done;
        }

        await Console.Error.WriteLineAsync($"Digest {id} is neither failed nor ambiguous, or does not exist. weightedrun digest list names those that can be sent again.");
        return ExitCode.BadInput;
    }, cancellation);

    public Task<int> AfterRestoreAsync(CancellationToken cancellation) => WithProductAsync(async product =>
    {
        var held = await product.GetRequiredService<DigestLedger>().HoldDueAsync(cancellation);
        await Console.Error.WriteLineAsync($"Held back: {held}. weightedrun digest list names them, weightedrun digest resend ID sends one.");
        return ExitCode.Done;
    }, cancellation);

    public Task<int> TestAsync(string who, CancellationToken cancellation) => WithProductAsync(async product =>
    {
        if (await FindAsync(product, who, cancellation) is not { } runner)
            return ExitCode.BadInput;

        var delivery = await product.GetRequiredService<TestDigest>().SendAsync(runner, cancellation);
        await Console.Error.WriteLineAsync(delivery.Outcome == DeliveryOutcome.Taken ? "The test was handed over." : $"The test was not sent: {delivery.Reason}.");
        return delivery.Outcome switch
        {
            DeliveryOutcome.Taken => ExitCode.Done,
            DeliveryOutcome.Unreachable => ExitCode.MachineLacks,
            _ => ExitCode.BadInput,
        };
    }, cancellation);

    private async Task<int> WithProductAsync(Func<IServiceProvider, Task<int>> act, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Sections.Check(builder.Configuration, Console.Error.WriteLine);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time);
        await using var database = await ProductDatabase.OpenAsync(builder.Configuration, cancellation);
        await Migrator.For(database.Source).ApplyAsync(cancellation);
        var keys = await Secrets.OpenAsync(database.Source, builder.Configuration.SecretsOptions(), builder.Configuration.DatabaseOptions(), Console.Error.WriteLine, cancellation);
        builder.AddWeightedRun(database, keys, Roles.None);
        await using var app = builder.Build();
        return await act(app.Services);
    }

    private static async Task<RunnerId?> FindAsync(IServiceProvider product, string who, CancellationToken cancellation)
    {
        if (await product.GetRequiredService<RunnerStore>().FindAsync(who, cancellation) is { } runner)
            return runner.RunnerId;

        await Console.Error.WriteLineAsync($"There is no runner \"{who}\". Check the number or address.");
        return null;
    }

    private static async Task WriteAsync(Supposition supposition, string? folder, CancellationToken cancellation)
    {
        var (text, html) = (DigestText.Render(supposition.Digest), await DigestHtml.RenderAsync(supposition.Digest));
        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            runner = supposition.Runner.Value,
            week = supposition.Week.Label,
            would_send = supposition.Obstacle is null && supposition.Digest.Variant != DigestVariant.Silent,
            obstacle = supposition.Obstacle,
            data = StoredName.Of(supposition.Data),
            variant = StoredName.Of(supposition.Digest.Variant),
            tone = StoredName.Of(supposition.Digest.Tone),
            subject = supposition.Digest.Subject,
            text_bytes = Encoding.UTF8.GetByteCount(text),
            html_bytes = Encoding.UTF8.GetByteCount(html),
        }));
        if (folder is null)
            return;

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, supposition.Runner.Value.ToString(CultureInfo.InvariantCulture));
        await File.WriteAllTextAsync($"{file}.txt", text, cancellation);
        await File.WriteAllTextAsync($"{file}.html", html, cancellation);
    }
}
