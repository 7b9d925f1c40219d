using System.Buffers.Binary;
using System.Text;

namespace WeightedRun.Files.Trees;

/// <summary>
/// The directory at the end of a ZIP: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.12 to 4.3.16.
/// Read by ourselves because <c>ZipArchive</c> serves one thread at a time and takes as many members into memory as a file dares to list.
/// </summary>
internal static class ZipDirectory
{
    private const int EntrySize = 46;
    private const int MaxNameBytes = 1024;
    private const ushort Encrypted = 1;
    private const ushort Zip64Extra = 1;

    /// <summary>Lists a ZIP. Members that are refused are among the tree's problems.</summary>
    /// <exception cref="InvalidDataException">It is no ZIP, cut off, or made to trap.</exception>
    public static FileTree List(ByteRange zip, string path, IDisposable? owned)
    {
        var (start, end) = ZipEnd.Locate(zip);
        var (members, problems) = (new List<TreeFile>(), new List<ReadResult>());
        var buffer = new byte[EntrySize + (3 * ushort.MaxValue)];
        var (count, packed) = (0, 0L);
        for (var at = start; at + EntrySize <= end; count++)
        {
            var entry = buffer.AsSpan(0, zip.Read(at, buffer.AsSpan(0, EntrySize + 512)));
            if (!entry.StartsWith("PK\x01\x02"u8))
                throw new InvalidDataException("the ZIP's directory is damaged");

            var size = EntrySize + Int16(entry, 28) + Int16(entry, 30) + Int16(entry, 32);
            if (size > entry.Length)
                entry = buffer.AsSpan(0, zip.Read(at, buffer.AsSpan(0, size)));

            if (entry.Length < size)
                throw new InvalidDataException("the ZIP's directory is cut off");

            if (count == FileTree.MaxFiles)
                throw new UnsafeContentException("too-many-members", $"it lists more than {FileTree.MaxFiles:N0} files; unpack it and give the folder with the activities");

            var member = MemberOf(zip, entry[..size]);
            // Real members lie one behind the other. Where many share the same bytes, a small file unpacks without end.
            packed = member.Length > zip.Length ? long.MaxValue : packed + member.Length;
            if (packed > zip.Length)
                throw new UnsafeContentException("unsafe-zip", "its members overlap, which no program writes");

            Take(member);
            at += size;
        }

        var tree = new FileTree(path, members, owned);
        tree.Problems.AddRange(problems);
        return tree;

        void Take(ZipMember member)
        {
            if (Climbs(member.Name))
                problems.Add(ReadResult.Of($"{path}/{member.Name}", new ReadProblem("unsafe-path", "The member's name climbs out of the ZIP; it was refused.")));
            else if (!FileTree.IsLeftover(member.Name, member.Length))
                members.Add(member);
        }
    }

    private static bool Climbs(string name) => name.Length > MaxNameBytes || name.StartsWith('/') || name.AsSpan().Contains('\0') ||
        name.StartsWith("../", StringComparison.Ordinal) || name.Contains("/../", StringComparison.Ordinal) || name.EndsWith("/..", StringComparison.Ordinal) ||
        (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]));

    private static ZipMember MemberOf(ByteRange zip, ReadOnlySpan<byte> entry)
    {
        var nameLength = Int16(entry, 28);
        long packed = Int32(entry, 20);
        long offset = Int32(entry, 42);
        var unpackedIs64 = Int32(entry, 24) == uint.MaxValue;
        var extra = entry.Slice(EntrySize + nameLength, Int16(entry, 30));
        while (extra.Length >= 4)
        {
            var field = extra[4..Math.Min(extra.Length, 4 + Int16(extra, 2))];
            if (Int16(extra, 0) == Zip64Extra)
            {
                // The three are present only where the plain field is full, in this order.
                if (unpackedIs64 && field.Length >= 8)
                    field = field[8..];
                if (packed == uint.MaxValue && field.Length >= 8)
                {
                    packed = BinaryPrimitives.ReadInt64LittleEndian(field);
                    field = field[8..];
                }

                if (offset == uint.MaxValue && field.Length >= 8)
                    offset = BinaryPrimitives.ReadInt64LittleEndian(field);
                break;
            }

            extra = extra[(4 + field.Length)..];
        }

        if (packed < 0 || offset < 0)
            throw new InvalidDataException("the ZIP's directory is damaged");

        var name = Encoding.UTF8.GetString(entry.Slice(EntrySize, Math.Min((int)nameLength, MaxNameBytes + 1))).Replace('\\', '/');
        return new ZipMember(zip, name, offset, packed, Int32(entry, 16), Int16(entry, 10), (Int16(entry, 8) & Encrypted) != 0);
    }

    private static ushort Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Int32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
