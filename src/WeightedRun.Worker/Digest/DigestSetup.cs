using WeightedRun.Worker.Digest.Address;
using WeightedRun.Worker.Digest.Schedule;
using WeightedRun.Worker.Digest.Sending;
using WeightedRun.Worker.Providers;
using WeightedRun.Worker.Providers.Strava;

namespace WeightedRun.Worker.Digest;

internal static class DigestSetup
{
    public static IServiceCollection AddDigest(this IServiceCollection services) => services
        .AddSingleton<DueSweep>().AddSingleton<DigestSubscriptions>()
        .AddSingleton<AddressRequests>().AddSingleton<AddressConfirmation>()
        .AddSingleton<DigestLedger>().AddSingleton<Recipients>().AddSingleton<DigestWriter>().AddSingleton<DigestMail>().AddSingleton<Circumstances>().AddSingleton<RunnerLinks>()
        .AddTransient<StravaRefresh>().AddTransient<RunnerRefresh>().AddTransient<DigestPreparation>().AddTransient<DigestDelivery>().AddTransient<TestDigest>().AddTransient<WhatIf>();
}
