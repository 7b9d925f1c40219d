namespace WeightedRun.Worker.Providers.GarminPartner;

/// <summary>Fetches what pings promise. The address itself is the permission; it is used as it was given.</summary>
internal sealed class GarminPartnerDeliveries(HttpClient http)
{
    /// <summary>The summaries behind an address, which answers for a day.</summary>
    public async Task<IReadOnlyList<GarminNotice>> ReadActivitiesAsync(Callback callback, CancellationToken cancellation)
    {
        using var response = await SendAsync(callback, cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        try
        {
            return await NoticeReader.ReadAsync(body, cancellation).ToListAsync(cancellation);
        }
        catch (InvalidDataException damaged)
        {
            throw new GarminException(GarminFault.Unavailable, $"Garmin gave no usable answer ({damaged.Message})");
        }
    }

    /// <summary>The file behind an address, which answers once: it is on disk before anything looks into it. Null when it was fetched before or is a day old.</summary>
    public async Task<SavedDownload?> DownloadAsync(Callback callback, string path, CancellationToken cancellation)
    {
        try
        {
            using var response = await SendAsync(callback, cancellation);
            return await SavedDownload.SaveAsync(response.Content, path, cancellation);
        }
        catch (GarminException gone) when (gone.Fault == GarminFault.Gone)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Callback callback, CancellationToken cancellation)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.GetAsync(callback.Address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (Exception silence) when (silence is HttpRequestException or Polly.Timeout.TimeoutRejectedException)
        {
            throw new GarminException(GarminFault.Unavailable, $"Garmin gave no usable answer ({silence.GetType().Name})");
        }

        if (response.IsSuccessStatusCode)
            return response;

        using (response)
            throw new GarminException(GarminException.FaultOf(response.StatusCode), $"Garmin answered {(int)response.StatusCode}", GarminAnswers.WaitOf(response.Headers));
    }
}
