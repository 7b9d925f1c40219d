using System.Globalization;
using Dapper;
using Npgsql;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Web.SignIn;

/// <summary>Links by mail that sign in: each opens one session, within a quarter of an hour.</summary>
internal sealed class MailLinks(NpgsqlDataSource source, SignedLinks links, PublicAddress address, Postbox postbox, TimeProvider time)
{
    private const string Purpose = "sign-in";
    private const string AdminPurpose = "admin-sign-in";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>To whoever asks: only who reads that mailbox can use it, and the answer on the page tells nobody whether the address is known.</summary>
    public async Task<Delivery> SendAsync(EmailAddress email, CancellationToken cancellation)
    {
        var stamp = await StampOfAsync(email, cancellation);
        var token = links.Sign(Purpose, $"{email.Value} {stamp}", Lifetime);
        return await SendAsync(email, "sign-in", address.Of($"sign-in/{token}"), "Your link to WeightedRun", cancellation);
    }

    public Task<Delivery> SendToAdminAsync(EmailAddress email, CancellationToken cancellation) =>
        SendAsync(email, "admin-sign-in", address.Of($"admin/sign-in/{links.Sign(AdminPurpose, email.Value, Lifetime)}"), "Your link to the admin pages of WeightedRun", cancellation);

    public string? OpenForAdmin(string token) => links.Open(AdminPurpose, token);

    public bool IsOpen(string token) => links.Open(Purpose, token) is not null;

    /// <summary>The runner of that address, new where nobody has confirmed it yet; null when the link has run out or was used.</summary>
    public async Task<RunnerId?> UseAsync(string token, CancellationToken cancellation)
    {
        if (links.Open(Purpose, token)?.Split(' ') is not [var email, var stamp])
            return null;

        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('address ' || lower(@email), 0))", new { email });
        var known = await connection.QuerySingleOrDefaultAsync<Row>(
            "select runner_id, email_confirmed_at, signed_in_at from runners where lower(email) = lower(@email) and leaving_at is null for update", new { email });
        // An address that somebody typed and never confirmed is not his: who reads the mailbox gets it.
        if (known is { EmailConfirmedAt: null })
            await connection.ExecuteAsync("update runners set email = null where runner_id = @RunnerId", known);

        var owner = known is { EmailConfirmedAt: not null } ? known : null;
        if (Stamp(owner?.SignedInAt) != stamp || (owner is null && stamp != Stamp(null)))
            return null;

        var id = await connection.ExecuteScalarAsync<long>(
            owner is not null
                ? "update runners set signed_in_at = @now where runner_id = @id returning runner_id"
                : "insert into runners (email, email_confirmed_at, signed_in_at) values (@email, @now, @now) returning runner_id",
            new { id = owner?.RunnerId, email, now = time.GetUtcNow() });
        await transaction.CommitAsync(cancellation);
        return new RunnerId(id);
    }

    private async Task<Delivery> SendAsync(EmailAddress email, string kind, Uri link, string subject, CancellationToken cancellation) => await postbox.SendAsync(
        new Letter
        {
            To = email,
            Kind = kind,
            Key = link.ToString(),
            Subject = subject,
            Text = $"Follow this link and press the button there:\n\n{link}\n\nIt works once, for fifteen minutes. If you did not ask for it, somebody typed your address by mistake: do nothing.\n",
        },
        cancellation);

    private async Task<string> StampOfAsync(EmailAddress email, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return Stamp(await connection.ExecuteScalarAsync<DateTime?>(
            "select signed_in_at from runners where lower(email) = lower(@Value) and email_confirmed_at is not null and leaving_at is null", new { email.Value }) is { } at ? new DateTimeOffset(at) : null);
    }

    private static string Stamp(DateTimeOffset? signedInAt) => signedInAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "never";

    private sealed record Row
    {
        public required long RunnerId { get; init; }

        public DateTimeOffset? EmailConfirmedAt { get; init; }

        public DateTimeOffset? SignedInAt { get; init; }
    }
}
