using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Storage;
using WeightedRun.Worker.Tests.Strava;
using StravaAthlete = WeightedRun.Sandbox.Strava.World.StravaAthlete;

namespace WeightedRun.Worker.Tests.Web;

/// <summary>The whole product with two runners, as browsers see it. Mails land in a folder.</summary>
internal sealed class WebCase : IAsyncDisposable
{
    public const string Password = "a password of the operator";
    public const string AdminEmail = "operator@example.org";

    private readonly StravaCase _strava;
    private readonly DirectoryInfo _mails;

    private WebCase(StravaCase strava, Product product, DirectoryInfo mails) => (_strava, Product, _mails) = (strava, product, mails);

    public Product Product { get; }

    public StravaCase Strava => _strava;

    public TestDatabase Database => _strava.Database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<WebCase> StartAsync(PostgresFixture postgres, params (string Key, string Value)[] settings)
    {
        var strava = await StravaCase.StartAsync(postgres);
        var mails = Directory.CreateTempSubdirectory("wr-mails-");
        var product = await strava.StartProductAsync(isPushedTo: true, [("Mail:PickupFolder", mails.FullName), ("Web:AdminPassword", Password), ("Web:AdminEmails", AdminEmail), .. settings]);
        return new WebCase(strava, product, mails);
    }

    public Browser Browser() => new(Product.Address);

    /// <summary>A runner who has confirmed an address and answered the questions, in a browser of his own.</summary>
    public async Task<(Browser Browser, RunnerId Runner)> SignInAsync(string email)
    {
        var browser = Browser();
        await browser.SubmitAsync("sign-in", "sign-in", ("email", email));
        var link = LinkTo(email, "sign-in/");
        await browser.SubmitAsync(link, link);
        var id = new RunnerId(await Database.ScalarAsync<long>("select runner_id from runners where email = @email", new { email }));
        await Database.ExecuteAsync("update runners set health_notice_at = now(), time_zone = 'Europe/Berlin' where runner_id = @id", new { id });
        return (browser, id);
    }

    public async Task<Browser> SignInAdminAsync()
    {
        var browser = Browser();
        await browser.SubmitAsync("admin/sign-in", "admin/sign-in", ("password", Password));
        return browser;
    }

    /// <summary>The newest link of a kind that was mailed to somebody, without the host.</summary>
    public string LinkTo(string email, string path)
    {
        var mail = _mails.GetFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => MimeKit.MimeMessage.Load(file.FullName, Cancellation))
            .First(mail => mail.To.Mailboxes.Single().Address == email && mail.TextBody!.Contains('/' + path, StringComparison.Ordinal));
        return Regex.Match(mail.TextBody!, $@"https?://[^/]+/((?:[a-z]+/)*{Regex.Escape(path)}[\w-]+)").Groups[1].Value;
    }

    /// <summary>Waits for a mail to somebody.</summary>
    public async Task<MimeKit.MimeMessage> MailAsync(string email, string subject)
    {
        MimeKit.MimeMessage? found = null;
        await StravaCase.UntilAsync($"a mail \"{subject}\" is there", () =>
        {
            found = _mails.GetFiles("*.eml").Select(file => MimeKit.MimeMessage.Load(file.FullName, Cancellation))
                .FirstOrDefault(mail => mail.To.Mailboxes.Single().Address == email && mail.Subject?.Contains(subject, StringComparison.Ordinal) == true);
            return Task.FromResult(found is not null);
        });
        return found!;
    }

    /// <summary>Goes to Strava as somebody and comes back, in that browser.</summary>
    public async Task ConnectAsync(Browser browser, StravaAthlete athlete)
    {
        _strava.World.Consent = _strava.World.Consent with { Athlete = athlete.Id };
        await browser.SubmitAsync("connections", "connect/strava", ("agreed", "yes"));
        using var back = await browser.Client.GetAsync(new Uri((await browser.GetAsync("connect/strava")).Location!), Cancellation);
        await browser.GetAsync(back.Headers.Location!.ToString());
        await _strava.BackfilledAsync();
    }

    /// <summary>Runs from files, newest today; every third with a vest of 8 kg.</summary>
    public async Task AddRunsAsync(RunnerId runner, int count, string word = "Morning run")
    {
        var now = DateTime.UtcNow.Date.AddHours(6);
        await Database.ExecuteAsync(
            """
            with added as (
                insert into activities (runner_id, source, external_id, start_local, sport, surface, distance_m, moving_s, elapsed_s, is_manual, is_commute, is_private, workout_type, title, fetched_at)
                select @runner, 'gpx', @runner || '-' || n, @now - n * interval '1 day', 'run', 'outdoor', 8000 + 100 * (n % 7), 2900 + 20 * (n % 5), 3000 + 20 * (n % 5), false, false, false, 0,
                       case when n % 3 = 0 then 'Vest 8 kg' else @word end, now()
                from generate_series(0, @count - 1) as n
                returning activity_id, title)
            insert into activity_tags (activity_id, outcome, source, pieces, evidence, lexicon_version, tagged_at)
            select activity_id, case when title = @word then 'not_weighted' else 'weighted' end, case when title <> @word then 'title' end,
                   case when title = @word then '[]' else '[{"kind": "vest", "kg": 8}]' end::jsonb, case when title = @word then '[]' else '["Vest 8 kg"]' end::jsonb, '1', now()
            from added
            """,
            new { runner, now, count, word });
    }

    public string SignLink(string purpose, string content) => Product.Services.GetRequiredService<SignedLinks>().Sign(purpose, content, TimeSpan.FromMinutes(5));

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        await _strava.DisposeAsync();
        _mails.Delete(recursive: true);
    }
}
