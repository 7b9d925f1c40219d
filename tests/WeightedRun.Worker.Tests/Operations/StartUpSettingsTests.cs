using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using WeightedRun.Worker.Commands;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Settings;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tests.Commands;

namespace WeightedRun.Worker.Tests.Operations;

public sealed class StartUpSettingsTests
{
    private const string Address = "an address that begins with http:// or https://, such as";
    private const string Public = "such as https://runs.example.org/.";
    private const string StravaPair = "expected Strava__ClientId and Strava__ClientSecret together, as strava.com/settings/api shows them.";
    private const string GarminPair = "expected GarminPartner__ClientId and GarminPartner__ClientSecret together, as Garmin's portal shows them.";
    private const string MailPair = "expected Mail__User and Mail__Password together, or neither where the server wants no sign-in.";
    private const string NotificationSecret = "GarminPartner__NotificationSecret: expected at least 32 random characters, because notifications carry no signature; make them with: openssl rand -hex 32.";
    private const string MasterKeys = "Secrets__MasterKeys: expected 32 bytes in base64 for each key, separated by commas; make one with: openssl rand -base64 32.";
    private static readonly string ThisFile = typeof(StartUpSettingsTests).Assembly.Location;
    private static readonly string ThisFolder = AppContext.BaseDirectory;

    /// <summary>What is set, a line each, and the one sentence that it is refused with.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "Database__ConnectionString=postgres://ann:secret@db/weightedrun", "Database__ConnectionString: expected names and values, such as Host=localhost;Database=weightedrun;Username=weightedrun;Password=secret." },
        { "Database__ConnectionString=Database=weightedrun", "Database__ConnectionString: expected names and values, such as Host=localhost;Database=weightedrun;Username=weightedrun;Password=secret." },
        { $"Database__Folder={ThisFile}", $"Database__Folder={ThisFile}: expected a folder, but this is a file; such as /var/lib/weightedrun." },
        { "Database__PostgresFolder=/nowhere", "Database__PostgresFolder=/nowhere: expected the folder with initdb and pg_ctl, such as /usr/lib/postgresql/15/bin." },
        { "Secrets__MasterKeys=c2VjcmV0", MasterKeys },
        { "Secrets__MasterKeys=,", MasterKeys },
        { $"Secrets__MasterKeyFile={ThisFolder}", $"Secrets__MasterKeyFile={ThisFolder}: expected a file, but this is a folder; such as /var/lib/weightedrun/master-keys." },
        { "Jobs__Workers=0", $"Jobs__Workers=0: expected a whole number from 1 to 100, such as {new JobsOptions().Workers}." },
        { "Jobs__PollInterval=soon", "Jobs__PollInterval=soon: expected hours:minutes:seconds from 00:00:00.1 to 00:10:00, such as 00:00:01." },
        { "Jobs__PollInterval=00:00:00", "Jobs__PollInterval=00:00:00: expected hours:minutes:seconds from 00:00:00.1 to 00:10:00, such as 00:00:01." },
        // Thirty days, as a time is read without colons.
        { "Jobs__PollInterval=30", "Jobs__PollInterval=30: expected hours:minutes:seconds from 00:00:00.1 to 00:10:00, such as 00:00:01." },
        { "Strava__ClientId=12345", $"Strava__ClientSecret: {StravaPair}" },
        { "Strava__ClientSecret=secret", $"Strava__ClientId: {StravaPair}" },
        { "Strava__ClientId=runs\nStrava__ClientSecret=secret", "Strava__ClientId=runs: expected the application's number at strava.com/settings/api, such as 12345." },
        { "Strava__ApiBaseUrl=foo", $"Strava__ApiBaseUrl=foo: expected {Address} https://www.strava.com/api/v3." },
        { "Strava__OAuthBaseUrl=www.strava.com/oauth", $"Strava__OAuthBaseUrl=www.strava.com/oauth: expected {Address} https://www.strava.com/oauth." },
        { "Strava__Scopes=read activity:read_all", "Strava__Scopes=read activity:read_all: expected words with commas between them, activity:read or activity:read_all among them, such as read,activity:read_all,profile:read_all." },
        { "Strava__RetentionDays=0", "Strava__RetentionDays=0: expected a whole number from 1 to 3650, such as 7." },
        { "Strava__HistoryDays=3651", "Strava__HistoryDays=3651: expected a whole number from 1 to 3650, such as 180." },
        { "Strava__OverlapDays=-1", "Strava__OverlapDays=-1: expected a whole number from 1 to 60, such as 7." },
        { "Strava__RefreshMargin=-00:00:01", "Strava__RefreshMargin=-00:00:01: expected hours:minutes:seconds from 00:00:00 to 01:00:00, such as 01:00:00." },
        { "Strava__RetryPauses__0=00:00:01\nStrava__RetryPauses__1=later", "Strava__RetryPauses=later: expected hours:minutes:seconds from 00:00:00 to 1.00:00:00, such as 00:01:00." },
        { "Strava__AttemptTimeout=00:00:00", "Strava__AttemptTimeout=00:00:00: expected hours:minutes:seconds from 00:00:00.1 to 00:10:00, such as 00:00:15." },
        { "Strava__PublicUrl=http://runs.example.org", $"Strava__PublicUrl=http://runs.example.org/: expected an address with https://, for what Strava pushes is secret; {Public}" },
        { "Strava__ReplacesForeignSubscription=yes", "Strava__ReplacesForeignSubscription=yes: expected true or false." },
        { "GarminPersonal__BaseUrl=connectapi", $"GarminPersonal__BaseUrl=connectapi: expected {Address} https://personal.connectapi.garmin.com/." },
        { "GarminPersonal__TokenPath=https://garmin.com/token", "GarminPersonal__TokenPath=https://garmin.com/token: expected a path below GarminPersonal__BaseUrl, such as personalapitoken-service/personal-api/personal-api-key/token." },
        { "GarminPersonal__SearchPath=search?limit=1", "GarminPersonal__SearchPath=search?limit=1: expected a path below GarminPersonal__BaseUrl, such as activitylist-service/activities/search/activities." },
        { "GarminPersonal__ActivityPath=activity", "GarminPersonal__ActivityPath=activity: expected a path with {id} where the activity's number goes, such as activity-service/activity/{id}." },
        { "GarminPersonal__DownloadPath=files", "GarminPersonal__DownloadPath=files: expected a path with {id} where the activity's number goes, such as download-service/files/activity/{id}." },
        { "GarminPersonal__RenewalMargin=1 hour", "GarminPersonal__RenewalMargin=1 hour: expected hours:minutes:seconds from 00:00:00 to 12:00:00, such as 01:00:00." },
        { "GarminPersonal__OverlapDays=61", "GarminPersonal__OverlapDays=61: expected a whole number from 1 to 60, such as 7." },
        { "GarminPersonal__HistoryDays=0", "GarminPersonal__HistoryDays=0: expected a whole number from 1 to 3650, such as 180." },
        { "GarminPersonal__PullHours=0", "GarminPersonal__PullHours=0: expected a whole number from 1 to 168, such as 4." },
        { "GarminPersonal__RetentionDays=7", "GarminPersonal__RetentionDays=7: expected a whole number from 8 to 3650, such as 30." },
        { "GarminPersonal__ReadsFiles=1", "GarminPersonal__ReadsFiles=1: expected true or false." },
        { "GarminPersonal__LongestRetryAfter=-00:00:01", "GarminPersonal__LongestRetryAfter=-00:00:01: expected hours:minutes:seconds from 00:00:00 to 01:00:00, such as 00:00:30." },
        { "GarminPersonal__AttemptTimeout=30", "GarminPersonal__AttemptTimeout=30: expected hours:minutes:seconds from 00:00:00.1 to 00:10:00, such as 00:00:30." },
        { "GarminPartner__ClientSecret=secret", $"GarminPartner__ClientId: {GarminPair}" },
        { "GarminPartner__ClientId=client", $"GarminPartner__ClientSecret: {GarminPair}" },
        { "GarminPartner__ClientId=client\nGarminPartner__ClientSecret=secret\nGarminPartner__NotificationSecret=short", NotificationSecret },
        { "GarminPartner__NotificationSecret=0123456789/0123456789/0123456789/", "GarminPartner__NotificationSecret: expected letters and digits, for it is a part of an address; make them with: openssl rand -hex 32." },
        { "GarminPartner__PublicUrl=http://runs.example.org", $"GarminPartner__PublicUrl=http://runs.example.org/: expected an address with https://, for Garmin pushes to no other; {Public}" },
        { "GarminPartner__AuthorizeUrl=oauth2Confirm", $"GarminPartner__AuthorizeUrl=oauth2Confirm: expected {Address} https://connect.garmin.com/oauth2Confirm." },
        { "GarminPartner__TokenBaseUrl=diauth", $"GarminPartner__TokenBaseUrl=diauth: expected {Address} https://diauth.garmin.com/." },
        { "GarminPartner__ApiBaseUrl=ftp://apis.garmin.com", $"GarminPartner__ApiBaseUrl=ftp://apis.garmin.com: expected {Address} https://apis.garmin.com/." },
        { "GarminPartner__RefreshMargin=12:00:01", "GarminPartner__RefreshMargin=12:00:01: expected hours:minutes:seconds from 00:00:00 to 12:00:00, such as 00:10:00." },
        { "GarminPartner__HistoryDays=many", "GarminPartner__HistoryDays=many: expected a whole number from 1 to 3650, such as 180." },
        { "GarminPartner__RetentionDays=29", "GarminPartner__RetentionDays=29: expected a whole number from 30 to 3650, such as 400." },
        { "GarminPartner__LongestRetryAfter=01:00:01", "GarminPartner__LongestRetryAfter=01:00:01: expected hours:minutes:seconds from 00:00:00 to 01:00:00, such as 00:00:30." },
        { "GarminPartner__AttemptTimeout=00:00:00.05", "GarminPartner__AttemptTimeout=00:00:00.05: expected hours:minutes:seconds from 00:00:00.1 to 00:10:00, such as 00:00:30." },
        { "Links__PublicUrl=runs.example.org", $"Links__PublicUrl=runs.example.org: expected {Address} https://host.example/." },
        { "Links__LocalUrl=localhost:5000", $"Links__LocalUrl=localhost:5000: expected {Address} http://localhost:5000/." },
        { "Links__PublicUrl=ftp://ann:secret@runs.example.org", $"Links__PublicUrl: expected {Address} https://host.example/." },
        { "Mail__Host=smtp.example.org:587", "Mail__Host=smtp.example.org:587: expected a host without port or scheme, such as smtp.example.org." },
        { "Mail__Port=abc", "Mail__Port=abc: expected a whole number from 1 to 65535, such as 587." },
        { "Mail__Port=0", "Mail__Port=0: expected a whole number from 1 to 65535, such as 587." },
        { "Mail__Port=70000", "Mail__Port=70000: expected a whole number from 1 to 65535, such as 587." },
        { "Mail__Port=99999999999", "Mail__Port=99999999999: expected a whole number from 1 to 65535, such as 587." },
        { "Mail__Security=Tls", "Mail__Security=Tls: expected one of None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable, such as StartTls." },
        { "Mail__Security=17", "Mail__Security=17: expected one of None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable, such as StartTls." },
        { "Mail__Host=smtp.example.org\nMail__Security=None\nMail__User=ann\nMail__Password=secret", "Mail__Security=None: expected StartTls or SslOnConnect, or everybody on the way to smtp.example.org could read Mail__Password." },
        { "Mail__User=ann", $"Mail__Password: {MailPair}" },
        { "Mail__Password=secret", $"Mail__User: {MailPair}" },
        { "Mail__From=somebody", "Mail__From=somebody: expected the sender's address, such as WeightedRun <digest@example.org>." },
        { "Mail__ReplyTo=somebody", "Mail__ReplyTo=somebody: expected an address, such as ann@example.org." },
        { $"Mail__PickupFolder={ThisFile}", $"Mail__PickupFolder={ThisFile}: expected a folder, but this is a file; such as mail." },
        { "Mail__MaxPerDomainPerMinute=0", "Mail__MaxPerDomainPerMinute=0: expected a whole number from 1 to 100000, such as 60." },
        { "Mail__TimeoutSeconds=-5", "Mail__TimeoutSeconds=-5: expected a whole number from 1 to 600, such as 60." },
        { "Web__PathBase=weightedrun/", "Web__PathBase=weightedrun/: expected a path with a slash in front and none behind, such as /weightedrun." },
        { "Web__TrustedProxies=10.0.0.2,proxy", "Web__TrustedProxies=proxy: expected addresses or networks with commas between them, such as 10.0.0.2,172.16.0.0/12." },
        { "Web__AdminEmails=ann@example.org,ben", "Web__AdminEmails: expected e-mail addresses with commas between them, such as ann@example.org,ben@example.org; 1 of them cannot be read." },
        { "Web__AdminPassword=secret", "Web__AdminPassword: expected at least 12 characters; make them with: openssl rand -base64 12." },
        { "Web__UploadMegabytes=0", "Web__UploadMegabytes=0: expected a whole number from 1 to 4000, such as 500." },
        { "Web__SessionDays=0", "Web__SessionDays=0: expected a whole number from 1 to 365, such as 30." },
        { "Telemetry__OtlpEndpoint=collector:4318", $"Telemetry__OtlpEndpoint=collector:4318: expected {Address} https://host.example/." },
        { "Telemetry__LogsAsJson=on", "Telemetry__LogsAsJson=on: expected true or false." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_wrong_setting_is_named_with_what_is_expected(string settings, string sentence) => Assert.Equal(sentence, $"{Assert.Single(Sections.FindWrong(Of(settings)))}");

    [Fact]
    public void Every_setting_has_a_value_that_is_refused()
    {
        var refused = Refused.Select(row => row.Data.Item2.Split('=', ':')[0]).ToHashSet();
        Assert.All(SettingsTests.Names(), name => Assert.Contains(name, refused));
    }

    [Fact]
    public void A_setting_that_is_empty_is_not_set() => Assert.Empty(Sections.FindWrong(Of(string.Join('\n', SettingsTests.Names().Select(name => $"{name}=")))));

    [Theory]
    [InlineData("Mail__Host=mailpit\nMail__Port=1025\nMail__Security=None")]
    [InlineData("Mail__Host=127.0.0.1\nMail__Security=None\nMail__User=ann\nMail__Password=secret")]
    [InlineData("Strava__PublicUrl=http://127.0.0.1:5000/")]
    [InlineData("Links__PublicUrl=http://nas.local:8080/weightedrun")]
    [InlineData("Mail__From=digest@localhost\nmail__port= 25 ")]
    [InlineData("Web__AdminEmails= ann@example.org, ben@example.org,")]
    public void What_can_work_is_not_refused(string settings) => Assert.Empty(Sections.FindWrong(Of(settings)));

    [Fact]
    public async Task The_examples_can_be_used_as_they_are()
    {
        var lines = await File.ReadAllLinesAsync(SettingsTests.Example, TestContext.Current.CancellationToken);
        var examples = lines.Where(line => line.StartsWith("# ", StringComparison.Ordinal) && line.Contains("__", StringComparison.Ordinal) && line.Contains('=', StringComparison.Ordinal)).Select(line => line[2..]).Except(["Strava__ClientSecret="]).Append("Strava__ClientSecret=secret");
        Assert.Empty(Sections.FindWrong(Of(string.Join('\n', examples))));
    }

    [Theory]
    [InlineData("Strava__ClientSecert=secret", "Strava__ClientSecert is no setting of this version. Did you mean Strava__ClientSecret?")]
    [InlineData("Web__AdminEmail=ann@example.org", "Web__AdminEmail is no setting of this version. Did you mean Web__AdminEmails?")]
    public void A_setting_that_nobody_knows_is_said_with_its_neighbour_and_without_its_value(string setting, string sentence)
    {
        Assert.Equal([sentence], Sections.FindUnknown(Of(setting)));
        Assert.Empty(Sections.FindWrong(Of(setting)));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("digest list")]
    public async Task All_that_is_wrong_is_said_at_once_before_anything_is_started(string command)
    {
        var settings = new Dictionary<string, string> { ["Mail__Port"] = "abc", ["Jobs__Workers"] = "0", ["Telemetry__LogsAsJson"] = "on", ["Strava__ClientSecert"] = "secret", ["Database__Folder"] = "/nowhere/that/can/be/made" };
        var (exitCode, output, error) = await Shell.RunAsync(settings, command.Split(' '));
        Assert.Equal(3, exitCode);
        Assert.Empty(output);
        Assert.Equal(["Strava__ClientSecert", "Jobs__Workers=0", "Mail__Port=abc", "Telemetry__LogsAsJson=on"], error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', ':')[0]));
    }

    [Theory]
    [InlineData("migrate", "")]
    [InlineData("doctor", "failed settings    ")]
    public async Task Commands_that_need_the_database_alone_say_what_is_wrong_with_it(string command, string before)
    {
        var (exitCode, output, error) = await Shell.RunAsync(new Dictionary<string, string> { ["Database__ConnectionString"] = "postgres://ann:secret@db/weightedrun" }, command);
        Assert.Equal(3, exitCode);
        Assert.StartsWith($"{before}Database__ConnectionString: expected names and values,", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("ann:", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foo", null, "foo (that is no address)")]
    [InlineData("http://localhost:99999", null, "http://localhost:99999 (that is no address)")]
    [InlineData(null, "web", "http://*:web (that is no address)")]
    [InlineData("http://203.0.113.7:5080", null, "http://203.0.113.7:5080 (")]
    public void Where_nobody_can_listen_is_named_with_the_way_out(string? urls, string? ports, string place)
    {
        var refusal = Assert.Throws<MachineLacksException>(() => ListenAddresses.Check(urls, ports));
        Assert.StartsWith($"Nothing can listen at {place}", refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("Set ASPNETCORE_URLS to an address of this machine that is free, such as http://localhost:5080.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:0;http://[::1]:0", null)]
    [InlineData("http://unix:/tmp/weightedrun.sock", "web")]
    [InlineData("", "0;0")]
    public void Where_somebody_can_listen_is_not_refused(string? urls, string? ports) => ListenAddresses.Check(urls, ports);

    [Fact]
    public async Task A_port_that_is_taken_is_said_before_anything_is_started()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var settings = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://{other.LocalEndpoint}", ["Database__Folder"] = "/nowhere/that/can/be/made" };
        var (exitCode, output, error) = await Shell.RunAsync(settings, "serve");
        Assert.Equal((3, ""), (exitCode, output));
        Assert.StartsWith($"Nothing can listen at http://{other.LocalEndpoint} (Address already in use). ", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static IConfiguration Of(string settings) => new ConfigurationBuilder().AddInMemoryCollection(
        settings.Split('\n').Select(line => line.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0].Replace("__", ":", StringComparison.Ordinal), (string?)pair[1]))).Build();
}
