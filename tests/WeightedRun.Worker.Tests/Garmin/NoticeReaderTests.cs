using System.Text;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using WeightedRun.Worker.Providers.GarminPartner;

namespace WeightedRun.Worker.Tests.Garmin;

public sealed class NoticeReaderTests
{
    private const string Mixed = """
        {"activityDetails":[{"userId":"u0","samples":[{"heartRate":1,"activities":[{"userId":"hidden"}]}]}],
         "activities":[{"userId":"u1","activityId":11,"activityName":"Löp 🏃","nested":{"userId":"inner","list":[1,{"a":2}]},"manual":true},
                       {"activityId":"12","userId":"u2","distanceInMeters":"8000.5","userAccessToken":"old","activityType":null}],
         "futureKind":{"activities":[{"userId":"hidden"}]},
         "userPermissionsChange":[{"userId":"u3","permissions":["ACTIVITY_EXPORT","X"],"changeTimeInSeconds":1},{"userId":"u4","permissions":{"ACTIVITY_EXPORT":true,"Y":false}}],
         "deregistrations":[{"userId":"u5"}]}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task A_body_is_read_the_same_in_pieces_of_any_size(int bytes)
    {
        var notices = await ReadAsync(Mixed, bytes);
        Assert.Equal(["Activity u1", "Activity u2", "PermissionChange u3", "PermissionChange u4", "Deregistration u5"], notices.Select(notice => $"{notice.Kind} {notice.UserId}"));
        Assert.Equal(("Löp 🏃", true, "11"), (notices[0]["activityName"], notices[0].Flag("manual"), GarminPartnerMapping.IdOf(notices[0])));
        Assert.Equal((8000.5, null), (notices[1].Number("distanceInMeters"), notices[1]["activityType"]));
        Assert.Equal(["ACTIVITY_EXPORT", "X"], notices[2].Permissions.Order(StringComparer.Ordinal));
        Assert.Equal(["ACTIVITY_EXPORT"], notices[3].Permissions);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"activities":null}""")]
    [InlineData("""{"activities":{"userId":"u"}}""")]
    [InlineData("""{"activities":[1,"two",null,[{"userId":"u"}]]}""")]
    public async Task A_body_without_items_gives_none(string body) => Assert.Empty(await ReadAsync(body));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("<html>")]
    public async Task What_is_no_notification_is_refused(string body) => await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(body));

    [Fact]
    public async Task What_came_before_the_damage_is_given()
    {
        var given = new List<GarminNotice>();
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var notice in NoticeReader.ReadAsync(new Trickle("""{"activities":[{"userId":"u1"},{"userId":"u2"},{"user""", 16), TestContext.Current.CancellationToken))
                given.Add(notice);
        });
        Assert.Equal(["u1", "u2"], given.Select(notice => notice.UserId));
    }

    [Fact]
    public async Task A_single_endless_value_is_refused_early()
    {
        var stream = new Trickle("{\"activities\":[{\"activityName\":\"" + new string('x', 20_000_000), 4096);
        await Assert.ThrowsAsync<InvalidDataException>(() => NoticeReader.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask());
        Assert.True(stream.Position < 1_000_000, $"{stream.Position} bytes were read");
    }

    [Fact]
    public async Task The_first_item_is_given_before_the_body_has_arrived()
    {
        var stream = new Trickle("{\"activities\":[" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $$"""{"userId":"u{{i}}"}""")) + "]}", 4096);
        await foreach (var _ in NoticeReader.ReadAsync(stream, TestContext.Current.CancellationToken))
        {
            Assert.True(stream.Position <= 16 * 1024, $"{stream.Position} bytes were read");
            break;
        }
    }

    [Property(MaxTest = 300)]
    public bool A_damaged_body_gives_items_or_a_clear_refusal(int at, byte value)
    {
        var bytes = Encoding.UTF8.GetBytes(Mixed);
        bytes[(int)((uint)at % bytes.Length)] = value;
        try
        {
            return NoticeReader.ReadAsync(new MemoryStream(bytes), default).ToBlockingEnumerable().Count() <= 16;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef", "client", true)]
    [InlineData("0123456789abcdef0123456789abcdef", null, true)]
    [InlineData("0123456789abcdef0123456789abcdef", "stranger", false)]
    [InlineData("0123456789abcdef0123456789abcdeF", "client", false)]
    [InlineData("", "client", false)]
    public void The_door_opens_to_the_secret_and_no_wrong_name(string secret, string? clientId, bool isOpen) =>
        Assert.Equal(isOpen, new NotificationDoor(Options.Create(new GarminPartnerOptions { ClientId = "client", NotificationSecret = "0123456789abcdef0123456789abcdef" })).IsOpenTo(secret, clientId));

    [Fact]
    public void Without_a_secret_the_door_stays_shut() =>
        Assert.False(new NotificationDoor(Options.Create(new GarminPartnerOptions { ClientId = "client" })).IsOpenTo("", "client"));

    private static async Task<List<GarminNotice>> ReadAsync(string body, int bytes = 64) =>
        await NoticeReader.ReadAsync(new Trickle(body, bytes), TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>A body that arrives in small pieces.</summary>
    private sealed class Trickle(string text, int bytes) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(bytes, buffer.Length)], cancellationToken);
    }
}
