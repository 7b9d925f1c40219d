using System.Diagnostics;
using WeightedRun.Files.Fit;
using static WeightedRun.Files.Tests.Fit.FitFixtures;

namespace WeightedRun.Files.Tests.Fit;

public sealed class FitDamageTests
{
    [Fact]
    public void A_wrong_checksum_is_a_warning()
    {
        var file = Run();
        file[^1] ^= 0xFF;
        Assert.StartsWith("bad-crc", Assert.Single(Single(file).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_file_keeps_what_was_read()
    {
        var file = Open().WithSession(Start, 600).WithRecords(Start, 600).ToArray();
        var run = Single(file[..^500]);
        Assert.Equal(1800, run.Distance?.Meters);
        Assert.InRange(run.Records, 500, 600);
        Assert.StartsWith("truncated", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void A_recording_that_was_never_closed_is_read_to_its_end(uint claimedSize)
    {
        var run = Single(new FitWriter { ClaimedSize = claimedSize }.WithFileId().WithRecords(Start, 60).ToArray());
        Assert.InRange(run.Records, 60, 61);
        Assert.Contains(run.Warnings, warning => warning.StartsWith("not-closed", StringComparison.Ordinal) || warning.StartsWith("corrupt", StringComparison.Ordinal) || warning.StartsWith("truncated", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_of_four_gigabytes_costs_no_memory()
    {
        var file = new FitWriter { ClaimedSize = uint.MaxValue - 1 }.WithFileId().WithSession(Start, 60).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(180, Single(file).Distance?.Meters);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    [Fact]
    public void Rubbish_behind_a_whole_file_does_not_cost_the_file() =>
        Assert.StartsWith("trailing-bytes", Assert.Single(Single([.. Run(), .. "rubbish rubbish"u8]).Warnings), StringComparison.Ordinal);

    [Fact]
    public void A_date_counted_from_switching_on_is_refused()
    {
        var run = Single(Run(start: 17_000_000));
        Assert.Null(run.StartUtc);
        Assert.Null(run.StartLocal);
        Assert.Equal(1800, run.Distance?.Meters);
        Assert.StartsWith("device-relative-date", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "settings")]
    [InlineData(5, "workout")]
    [InlineData(32, "monitoring")]
    public void A_file_of_another_kind_is_named(int fileType, string kind)
    {
        var problem = Problem(Open(fileType: fileType).ToArray());
        Assert.Equal("not-an-activity", problem.Code);
        Assert.Contains(kind, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_a_layout_stops_the_reading_and_says_where()
    {
        var problem = Problem(Open().Raw(0x0F, 1, 2, 3).ToArray());
        Assert.Equal("corrupt", problem.Code);
        Assert.NotNull(problem.Offset);
    }

    [Fact]
    public void Every_prefix_of_a_file_gives_an_answer()
    {
        var file = Run(records: 40);
        for (var length = 0; length < file.Length; length++)
            Assert.NotEmpty(FitReader.Read(new MemoryStream(file, 0, length), "a.fit"));
    }

    [Fact]
    public void Every_flipped_byte_gives_an_answer()
    {
        var file = Run(records: 20);
        foreach (var value in (byte[])[0x00, 0x01, 0x40, 0x7F, 0x80, 0xFF])
        {
            for (var place = 0; place < file.Length; place++)
            {
                var mutant = (byte[])file.Clone();
                mutant[place] ^= value;
                Assert.NotEmpty(FitReader.Read(new MemoryStream(mutant), "a.fit"));
            }
        }
    }

    [Fact]
    public void Random_bytes_behind_a_good_header_give_an_answer_quickly()
    {
        var random = new Random(7);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[20_000];
            random.NextBytes(bytes);
            Assert.NotEmpty(FitReader.Read(new MemoryStream(new FitWriter().Raw(bytes).ToArray()), "a.fit"));
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Decoding_allocates_nothing_per_record()
    {
        var (few, many) = (Run(records: 100), Run(records: 10_000));
        Allocated(many);
        Assert.InRange(Allocated(many) - Allocated(few), -1024, 1024);

        static long Allocated(byte[] file)
        {
            using var stream = new MemoryStream(file);
            var before = GC.GetAllocatedBytesForCurrentThread();
            FitReader.Read(stream, "a.fit");
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static RecordedActivity Single(byte[] file) => Assert.Single(FitReader.Read(new MemoryStream(file), "a.fit")).Activity!;

    private static ReadProblem Problem(byte[] file) => Assert.Single(FitReader.Read(new MemoryStream(file), "a.fit")).Problem!;
}
