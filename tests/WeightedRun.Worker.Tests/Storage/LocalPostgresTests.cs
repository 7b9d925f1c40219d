using System.Diagnostics;
using Dapper;
using WeightedRun.Files.Tests.Fixtures;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tests.Storage;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"wr-local-{Guid.NewGuid():N}"[..24]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_first_starts_it_the_second_attaches_and_the_last_stops_it()
    {
        await using (var first = await OpenAsync())
        {
            Assert.True(first.IsLocal);
            await WriteAsync(first);
            await using (var second = await OpenAsync())
                Assert.Equal(1, await CountAsync(second));

            Assert.Equal(1, await CountAsync(first));
        }

        Assert.Null(Postmaster());
        await using var later = await OpenAsync();
        Assert.Equal(1, await CountAsync(later));
    }

    [Fact]
    public async Task Four_at_once_share_one_server()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(OpenAsync, Cancellation)));
        await WriteAsync(opened[0]);
        Assert.All(await Task.WhenAll(opened.Select(CountAsync)), count => Assert.Equal(1, count));
        await Task.WhenAll(opened.Select(database => database.DisposeAsync().AsTask()));
        Assert.Null(Postmaster());
    }

    [Fact]
    public async Task A_server_killed_in_the_middle_recovers_what_was_committed()
    {
        var database = await OpenAsync();
        await WriteAsync(database);
        Process.GetProcessById(Postmaster()!.Value).Kill();

        await using var next = await OpenAsync();
        Assert.Equal(1, await CountAsync(next));
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Half_a_set_up_is_begun_again()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "postgres", $"{PostgresPrograms.FindAll(null)[0].Major}.new", "base"));
        await using var database = await OpenAsync();
        Assert.True(database.IsLocal);
    }

    [Fact]
    public async Task Data_of_another_version_is_left_alone_and_named()
    {
        var data = Path.Combine(_folder, "postgres", "9");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "PG_VERSION"), "9", Cancellation);
        var refusal = await Assert.ThrowsAsync<MachineLacksException>(OpenAsync);
        Assert.Contains("is of PostgreSQL 9, which is no longer installed", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_the_programs_is_answered_with_the_ways_out()
    {
        var refusal = await Assert.ThrowsAsync<MachineLacksException>(() => OpenAsync(new DatabaseOptions { Folder = _folder, PostgresFolder = "/nowhere" }));
        Assert.Contains("Database__ConnectionString", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("docker compose up", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_with_the_ways_out()
    {
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        var refusal = await Assert.ThrowsAsync<MachineLacksException>(() => OpenAsync(new DatabaseOptions { Folder = Path.Combine(file, "below") }));
        Assert.Contains($"cannot live in {file}/below/postgres", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Database__Folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_too_long_for_a_socket_is_refused_before_anything_is_made()
    {
        using var scratch = new ScratchFolder();
        Directory.CreateDirectory(_folder);
        var refusal = await Assert.ThrowsAsync<MachineLacksException>(() => OpenAsync(new DatabaseOptions { Folder = Path.Combine(scratch.Path, new string('x', 90)) }));
        Assert.Contains("at most 70 plain characters", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    private Task<Database> OpenAsync() => OpenAsync(new DatabaseOptions { Folder = _folder });

    private static Task<Database> OpenAsync(DatabaseOptions options) => Database.OpenAsync(options, _ => { }, Cancellation);

    private static async Task WriteAsync(Database database)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Cancellation);
        await connection.ExecuteAsync("create table kept (n int); insert into kept values (1)");
    }

    private static async Task<int> CountAsync(Database database)
    {
        await using var connection = await database.Source.OpenConnectionAsync(Cancellation);
        return await connection.ExecuteScalarAsync<int>("select count(*) from kept");
    }

    private int? Postmaster()
    {
        var file = Directory.EnumerateFiles(Path.Combine(_folder, "postgres"), "postmaster.pid", SearchOption.AllDirectories).FirstOrDefault();
        return file is null ? null : int.Parse(File.ReadLines(file).First(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
