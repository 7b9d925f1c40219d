using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Tests.Storage;

namespace WeightedRun.Worker.Tests.Mail;

public sealed class PostboxTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wr-mail-").FullName;
    private TestDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_letter_says_that_no_human_sent_it_and_carries_nothing_that_watches()
    {
        Assert.Equal(DeliveryOutcome.Taken, (await Postbox().SendAsync(Letter("Hello"), Cancellation)).Outcome);

        var mail = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(_folder)), Cancellation);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("Grüße\n", mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("<p>Grüße</p>\n", mail.HtmlBody!.ReplaceLineEndings("\n"));
        Assert.Equal("ann@example.org", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal(new DateTimeOffset(2025, 3, 10, 7, 0, 0, TimeSpan.Zero), mail.Date);
    }

    [Fact]
    public async Task The_same_letter_has_the_same_message_id_and_another_has_another()
    {
        var postbox = Postbox();
        await postbox.SendAsync(Letter("One"), Cancellation);
        await postbox.SendAsync(Letter("One again"), Cancellation);
        Assert.Single(Directory.GetFiles(_folder));

        await postbox.SendAsync(Letter("Another") with { Key = "2" }, Cancellation);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_makes_no_header()
    {
        await Postbox().SendAsync(Letter("Hello\r\nBcc: bob@example.org"), Cancellation);
        var mail = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(_folder)), Cancellation);
        Assert.Empty(mail.Bcc);
        Assert.Equal("Hello  Bcc: bob@example.org", mail.Subject);
    }

    [Fact]
    public async Task An_address_that_was_refused_for_good_is_not_written_to_until_it_is_released()
    {
        var suppressed = new SuppressedAddresses(_database.Source, TimeProvider.System);
        await suppressed.AddAsync(Letter("x").To, "550", Cancellation);

        Assert.Equal(DeliveryOutcome.Refused, (await Postbox().SendAsync(Letter("Hello"), Cancellation)).Outcome);
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.True(EmailAddress.TryParse("ANN@example.org", out var shouted));
        Assert.True(await suppressed.RemoveAsync(shouted, Cancellation));
        Assert.Equal(DeliveryOutcome.Taken, (await Postbox().SendAsync(Letter("Hello"), Cancellation)).Outcome);
    }

    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("a.b+runs@mail.example.org")]
    public void An_address_is_one_mailbox(string text) => Assert.True(EmailAddress.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org, bob@example.org")]
    [InlineData("ann@example.org\r\nBcc: bob@example.org")]
    [InlineData("ann @example.org")]
    public void What_is_more_or_less_than_one_mailbox_is_none(string text) => Assert.False(EmailAddress.TryParse(text, out _));

    [Fact]
    public void An_address_does_not_print_itself() => Assert.True(EmailAddress.TryParse("ann@example.org", out var address) && !$"{address}".Contains("ann", StringComparison.Ordinal));

    private Postbox Postbox()
    {
        var options = Options.Create(new MailOptions { PickupFolder = _folder });
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 3, 10, 7, 0, 0, TimeSpan.Zero));
        return new Postbox(new MailCarriers(options), new SuppressedAddresses(_database.Source, time), options, time);
    }

    private static Letter Letter(string subject)
    {
        Assert.True(EmailAddress.TryParse("ann@example.org", out var ann));
        return new Letter { To = ann, Kind = "test", Key = "1", Subject = subject, Text = "Grüße\n", Html = "<p>Grüße</p>\n" };
    }
}
