using Microsoft.Extensions.DependencyInjection.Extensions;
using WeightedRun.Worker.Compliance;
using WeightedRun.Worker.Connections;
using WeightedRun.Worker.Digest;
using WeightedRun.Worker.Digest.Links;
using WeightedRun.Worker.Ingestion;
using WeightedRun.Worker.Links;
using WeightedRun.Worker.Mail;
using WeightedRun.Worker.Operations;
using WeightedRun.Worker.Providers.GarminPartner;
using WeightedRun.Worker.Providers.GarminPersonal;
using WeightedRun.Worker.Providers.OwnFiles;
using WeightedRun.Worker.Providers.Strava;
using WeightedRun.Worker.Scheduling;
using WeightedRun.Worker.Storage;
using WeightedRun.Worker.Tagging;
using WeightedRun.Worker.Web.Account;
using WeightedRun.Worker.Web.Frame;

namespace WeightedRun.Worker;

/// <summary>The product put together, one line per feature.</summary>
internal static class WeightedRunBuilder
{
    public static WebApplicationBuilder AddWeightedRun(this WebApplicationBuilder builder, Database database, MasterKeys keys, Roles roles)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(database.Source);
        builder.Services.AddSecrets(database.Source, keys);
        builder.Services.AddRunnerConnections();
        builder.Services.AddIngestion();
        builder.Services.AddTagging();
        builder.Services.AddCompliance();
        builder.Services.AddLinks(builder.Configuration);
        builder.Services.AddMail(builder.Configuration);
        builder.Services.AddStrava(builder.Configuration);
        builder.Services.AddGarminPersonal(builder.Configuration);
        builder.Services.AddGarminPartner(builder.Configuration);
        builder.Services.AddDigest();
        builder.Services.AddDigestLinks();
        builder.Services.AddJobs(database.Source, builder.Configuration, roles);
        // Jobs of every process need these two; the pages are the web role's.
        builder.Services.AddSingleton<RunnerConnections>().AddSingleton<Leaving>().AddSingleton<OwnFilesDoor>();
        builder.Services.AddHealth();
        builder.AddTelemetry();
        if (roles.HasFlag(Roles.Web))
            builder.Services.AddWebFace(builder.Configuration);

        return builder;
    }

    public static WebApplication MapWeightedRun(this WebApplication app, Roles roles)
    {
        app.MapHealth();
        if (roles.HasFlag(Roles.Web))
        {
            app.UseWebFace();
            app.MapWebFace();
            app.MapJobDashboard();
            app.MapStrava();
            app.MapGarminPersonal();
            app.MapGarminPartner();
            app.MapDigestLinks();
        }

        return app;
    }
}
