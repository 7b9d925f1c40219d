using WeightedRun.Worker.Settings;

namespace WeightedRun.Worker.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MailOptions>(configuration);
        services.AddHealthChecks().AddCheck<MailHealth>("mail");
        return services.AddSingleton<MailCarriers>().AddSingleton<SuppressedAddresses>().AddSingleton<Postbox>().AddSingleton<DomainTurns>().AddSingleton<MailBreaker>();
    }
}
