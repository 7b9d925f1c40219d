using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using WeightedRun.Files.Tests.Fixtures;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tests.Storage;

public sealed class SecretsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly ConnectionId Mine = new(1);
    private static readonly string KeyA = MasterKeys.Create();
    private static readonly string KeyB = MasterKeys.Create();

    private readonly ScratchFolder _folder = new();
    private TestDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await postgres.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_one_process_encrypts_another_decrypts()
    {
        var encrypted = (await TestSecrets.OpenAsync(_database, KeyA)).Protect(Mine, "a token");
        Assert.Equal("a token", (await TestSecrets.OpenAsync(_database, KeyA)).Unprotect(Mine, encrypted));
    }

    [Fact]
    public async Task A_token_copied_to_another_connection_is_worthless()
    {
        var tokens = await TestSecrets.OpenAsync(_database, KeyA);
        var encrypted = tokens.Protect(Mine, "a token");
        Assert.ThrowsAny<CryptographicException>(() => tokens.Unprotect(new ConnectionId(2), encrypted));
    }

    [Fact]
    public async Task A_new_master_key_before_the_old_one_rotates_and_the_old_one_can_go()
    {
        var encrypted = (await TestSecrets.OpenAsync(_database, KeyA)).Protect(Mine, "a token");
        Assert.Equal("a token", (await TestSecrets.OpenAsync(_database, KeyB, KeyA)).Unprotect(Mine, encrypted));
        Assert.Equal("a token", (await TestSecrets.OpenAsync(_database, KeyB)).Unprotect(Mine, encrypted));

        var refusal = await Assert.ThrowsAsync<MachineLacksException>(() => TestSecrets.OpenAsync(_database, KeyA));
        Assert.Contains("which this machine does not have", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_master_key_is_refused_rather_than_a_second_ring_begun()
    {
        await TestSecrets.OpenAsync(_database, KeyA);
        await Assert.ThrowsAsync<MachineLacksException>(() => TestSecrets.OpenAsync(_database, KeyB));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from data_protection_keys"));
    }

    [Fact]
    public async Task Eight_first_starts_at_once_end_with_one_key()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TestSecrets.OpenAsync(_database, KeyA), Cancellation)));
        Assert.Equal(1, await _database.ScalarAsync<int>("select count(*) from data_protection_keys"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("c2hvcnQ=")]
    public void A_key_that_is_none_is_named_with_the_way_to_make_one(string key)
    {
        var refusal = Assert.Throws<MachineLacksException>(() => MasterKeys.Parse(key, "Secrets__MasterKeys"));
        Assert.Contains("openssl rand -base64 32", refusal.Message, StringComparison.Ordinal);
        Assert.True(key.Length == 0 || !refusal.Message.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_setting_the_first_start_makes_a_file_for_its_owner_alone_and_the_next_reads_it()
    {
        var folder = new DatabaseOptions { Folder = _folder.Path };
        var said = new List<string>();
        var made = await Secrets.OpenAsync(_database.Source, new SecretsOptions(), folder, said.Add, Cancellation);
        var read = await Secrets.OpenAsync(_database.Source, new SecretsOptions(), folder, said.Add, Cancellation);

        Assert.Equal(made.CurrentId, read.CurrentId);
        Assert.Contains("Keep a copy of it", Assert.Single(said), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(_folder.Path, "master-keys")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        File.Delete(Path.Combine(_folder.Path, "master-keys"));
        await Assert.ThrowsAsync<MachineLacksException>(() => Secrets.OpenAsync(_database.Source, new SecretsOptions(), folder, said.Add, Cancellation));
    }

    [Fact]
    public async Task A_dump_of_the_database_reveals_neither_token_nor_key()
    {
        var tokens = await TestSecrets.OpenAsync(_database, KeyA);
        await _database.ExecuteAsync(
            """
            insert into runners default values;
            insert into connections (runner_id, provider, external_id, access_token_encrypted, refresh_token_encrypted) values (1, 'strava', '77', @access, @refresh)
            """,
            new { access = tokens.Protect(Mine, "plain-access-token"), refresh = tokens.Protect(Mine, "plain-refresh-token") });
        var keys = MasterKeys.Parse(KeyA, "test");
        await using var services = new ServiceCollection().AddLogging().AddSecrets(_database.Source, keys).BuildServiceProvider();
        var ringKey = Assert.Single(services.GetRequiredService<IKeyManager>().GetAllKeys()).Descriptor.ExportToXml().SerializedDescriptorElement.Descendants("masterKey").Single().Value;

        var dump = await postgres.DumpAsync(_database.ConnectionString);

        Assert.Contains("'strava'", dump.Replace("\tstrava\t", "'strava'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("encryptedUnderMasterKey", dump, StringComparison.Ordinal);
        Assert.All(["plain-access-token", "plain-refresh-token", Hex("plain-access-token"), Hex("plain-refresh-token"), KeyA, ringKey.Trim()], secret =>
            Assert.DoesNotContain(secret, dump, StringComparison.Ordinal));
    }

    // As pg_dump writes bytes.
    private static string Hex(string text) => Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text));
}
