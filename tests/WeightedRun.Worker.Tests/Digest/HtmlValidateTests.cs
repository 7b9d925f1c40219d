using System.Diagnostics;

namespace WeightedRun.Worker.Tests.Digest;

/// <summary>A validator that nobody here wrote reads every variant.</summary>
public sealed class HtmlValidateTests
{
    [Fact]
    public async Task Every_variant_is_valid_html()
    {
        var npm = NpmFolder();
        await DigestFiles.WriteAsync(TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = npm };
        foreach (var argument in new[] { Path.Combine("node_modules", "html-validate", "bin", "html-validate.mjs"), "--config", ".htmlvalidate.json", "--max-warnings", "0", Path.Combine(DigestFiles.Folder, "*.html") })
            start.ArgumentList.Add(argument);

        using var validator = Process.Start(start)!;
        var output = validator.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = validator.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await validator.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(validator.ExitCode == 0, await output + await error);
    }

    private static string NpmFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var npm = Path.Combine(folder.FullName, "tests", "WeightedRun.Worker.Tests", "npm");
            if (Directory.Exists(Path.Combine(npm, "node_modules", "html-validate")))
                return npm;
        }

        Assert.Skip("html-validate is not installed: run npm ci in tests/WeightedRun.Worker.Tests/npm.");
        throw new InvalidOperationException();
    }
}
