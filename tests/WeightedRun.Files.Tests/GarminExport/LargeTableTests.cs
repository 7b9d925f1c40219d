using System.Text;
using WeightedRun.Files.GarminExport;
using WeightedRun.Files.Tests.Door;

namespace WeightedRun.Files.Tests.GarminExport;

[Collection(Alone.Name)]
public sealed class LargeTableTests
{
    [Fact]
    public void A_table_of_a_hundred_megabytes_is_streamed()
    {
        var row = Encoding.UTF8.GetBytes("""{"activityId":1,"name":"x","beginTimestamp":1714975200000,"hrTimeInZone":[1,2,3],"note":"%"},""".Replace("%", new string('y', 900), StringComparison.Ordinal));
        var (count, before) = (0, GC.GetTotalMemory(forceFullCollection: true));
        using var stream = new RepeatingStream("""[{"summarizedActivitiesExport":["""u8.ToArray(), row, """{"activityId":2}]}]"""u8.ToArray(), 105_000);

        GarminSummaries.Read(stream, _ => count++);

        Assert.Equal(105_001, count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8_000_000);
    }

    private sealed class RepeatingStream(byte[] first, byte[] body, byte[] last, int times) : MemoryStream
    {
        private readonly IEnumerator<byte[]> _parts = Enumerable.Repeat(body, times).Prepend(first).Append(last).GetEnumerator();
        private byte[] _part = [];
        private int _at;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at == _part.Length)
            {
                if (!_parts.MoveNext())
                    return 0;

                (_part, _at) = (_parts.Current, 0);
            }

            var read = Math.Min(count, _part.Length - _at);
            _part.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }
    }
}
