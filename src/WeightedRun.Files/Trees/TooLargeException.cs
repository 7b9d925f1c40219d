namespace WeightedRun.Files.Trees;

/// <summary>A member gave more bytes than any real recording has.</summary>
internal sealed class TooLargeException(long limit) : IOException($"more than {limit / (1024 * 1024)} MB come out of it");

/// <summary>Content made to exhaust its reader, or that no reader here opens; the code becomes the problem's.</summary>
internal sealed class UnsafeContentException(string code, string message) : IOException(message)
{
    public string Code => code;
}
