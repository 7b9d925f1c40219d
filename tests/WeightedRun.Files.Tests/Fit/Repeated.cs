using System.Buffers.Binary;

namespace WeightedRun.Files.Tests.Fit;

/// <summary>A FIT file whose piece comes many times over, as long as its header then says; it is never in memory.</summary>
internal sealed class Repeated : Stream
{
    private readonly byte[] _file;
    private readonly int _from;
    private readonly int _length;
    private readonly int _times;
    private int _place;
    private int _done;

    public Repeated(byte[] file, int from, int length, int times)
    {
        (_file, _from, _length, _times) = ([.. file], from, length, times);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4));
        BinaryPrimitives.WriteUInt32LittleEndian(_file.AsSpan(4), (uint)(size + ((long)length * (times - 1))));
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_place == _from + _length && ++_done < _times)
            _place = _from;

        var end = _place < _from + _length ? _from + _length : _file.Length;
        var read = Math.Min(count, end - _place);
        Array.Copy(_file, _place, buffer, offset, read);
        _place += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
