using MimeKit;

namespace WeightedRun.Worker.Mail;

internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section))
            .Validate(options => MailboxAddress.TryParse(options.From, out _), "Mail__From: an address such as \"WeightedRun <digest@example.org>\".")
            .Validate(options => string.IsNullOrWhiteSpace(options.ReplyTo) || MailboxAddress.TryParse(options.ReplyTo, out _), "Mail__ReplyTo: an address such as ann@example.org.")
            .Validate(options => options.Port is > 0 and < 65536, "Mail__Port: from 1 to 65535.")
            .Validate(options => options.MaxPerDomainPerMinute > 0, "Mail__MaxPerDomainPerMinute: at least 1.")
            .Validate(options => options.TimeoutSeconds is >= 1 and <= 600, "Mail__TimeoutSeconds: from 1 to 600.")
            .ValidateOnStart();
        return services.AddSingleton<MailCarriers>().AddSingleton<SuppressedAddresses>().AddSingleton<Postbox>().AddSingleton<DomainTurns>().AddSingleton<MailBreaker>();
    }
}
