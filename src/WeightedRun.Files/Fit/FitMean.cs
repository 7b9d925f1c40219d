namespace WeightedRun.Files.Fit;

/// <summary>The mean and the highest of the values between two bounds; what is beyond them was not measured.</summary>
internal struct FitMean(double least, double most)
{
    private double _sum;
    private int _count;

    public double? Max { get; private set; }

    public readonly double? Value => _count == 0 ? null : _sum / _count;

    public void Add(double? value)
    {
        if (value is not { } number || number < least || number > most)
            return;

        _sum += number;
        _count++;
        Max = Math.Max(Max ?? number, number);
    }
}
