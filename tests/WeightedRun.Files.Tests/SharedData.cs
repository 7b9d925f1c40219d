using System.Diagnostics.CodeAnalysis;

namespace WeightedRun.Files.Tests;

/// <summary>Real data beside the checkout (<c>../shared/data</c>). It is never part of the project: tests that need it skip where it is absent.</summary>
internal static class SharedData
{
    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }

    [DoesNotReturn]
    public static string Skip(string name)
    {
        Assert.Skip($"shared/data/{name} is not beside this checkout.");
        throw new InvalidOperationException();
    }
}
