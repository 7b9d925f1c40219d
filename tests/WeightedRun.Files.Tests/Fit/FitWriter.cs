using System.Buffers.Binary;
using WeightedRun.Files.Fit;

namespace WeightedRun.Files.Tests.Fit;

/// <summary>Writes FIT files for tests: definitions and data messages in either byte order, developer fields, compressed timestamps, chains.</summary>
internal sealed class FitWriter(bool isBigEndian = false)
{
    private readonly List<byte> _data = [];
    private readonly Dictionary<int, Field[]> _layouts = [];

    internal readonly record struct Field(byte Number, byte BaseType, byte Size, byte? Developer = null);

    public int HeaderSize { get; init; } = 14;

    public uint? ClaimedSize { get; init; }

    public static Field U8(byte number) => new(number, 0x02, 1);

    public static Field E8(byte number) => new(number, 0x00, 1);

    public static Field U16(byte number) => new(number, 0x84, 2);

    public static Field U32(byte number) => new(number, 0x86, 4);

    public static Field Text(byte number, byte size) => new(number, 0x07, size);

    public static Field Bytes(byte number, byte size) => new(number, 0x0D, size);

    public static Field OfDeveloper(byte number, byte developer, byte size) => new(number, 0x0D, size, developer);

    public FitWriter Define(int local, ushort global, params Field[] fields)
    {
        var own = fields.Where(field => field.Developer is null).ToArray();
        var developer = fields.Where(field => field.Developer is not null).ToArray();
        _data.Add((byte)(0x40 | (developer.Length > 0 ? 0x20 : 0) | local));
        _data.Add(0);
        _data.Add((byte)(isBigEndian ? 1 : 0));
        Write(global, 2);
        _data.Add((byte)own.Length);
        foreach (var field in own)
            _data.AddRange([field.Number, field.Size, field.BaseType]);

        if (developer.Length > 0)
        {
            _data.Add((byte)developer.Length);
            foreach (var field in developer)
                _data.AddRange([field.Number, field.Size, field.Developer!.Value]);
        }

        _layouts[local] = [.. own, .. developer];
        return this;
    }

    /// <summary>A data message; values are integers, byte arrays or strings, in the order of the definition.</summary>
    public FitWriter Data(int local, params object[] values)
    {
        _data.Add((byte)local);
        return Values(_layouts[local], values);
    }

    public FitWriter CompressedData(int local, uint time, params object[] values)
    {
        _data.Add((byte)(0x80 | (local << 5) | (int)(time & 31)));
        return Values(_layouts[local], values);
    }

    public FitWriter Raw(params byte[] bytes)
    {
        _data.AddRange(bytes);
        return this;
    }

    public byte[] ToArray()
    {
        var data = _data.ToArray();
        var file = new byte[HeaderSize + data.Length + 2];
        file[0] = (byte)HeaderSize;
        file[1] = 0x20;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), 2134);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), ClaimedSize ?? (uint)data.Length);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        if (HeaderSize == 14)
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(12), FitCrc.Update(0, file.AsSpan(0, 12)));

        data.CopyTo(file, HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(HeaderSize + data.Length), FitCrc.Update(0, file.AsSpan(0, HeaderSize + data.Length)));
        return file;
    }

    private FitWriter Values(Field[] fields, object[] values)
    {
        foreach (var (field, value) in fields.Zip(values))
        {
            if (value is byte[] bytes)
                _data.AddRange(bytes);
            else if (value is string text)
                _data.AddRange(System.Text.Encoding.UTF8.GetBytes(text.PadRight(field.Size, '\0')));
            else
                Write(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), field.Size);
        }

        return this;
    }

    private void Write(long value, int size)
    {
        for (var i = 0; i < size; i++)
            _data.Add((byte)(value >> (8 * (isBigEndian ? size - 1 - i : i))));
    }
}
