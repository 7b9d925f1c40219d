namespace WeightedRun.Worker.Digest.Links;

internal static class DigestLinksSetup
{
    public static IServiceCollection AddDigestLinks(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        return services.AddSingleton<LinkResults>().AddSingleton<RunLinks>().AddSingleton<UnsubscribeLinks>().AddSingleton<QuestionMemory>().AddSingleton<RunAnswers>();
    }

    /// <summary>Pages that a mail leads to; none of them needs a sign-in.</summary>
    public static void MapDigestLinks(this WebApplication app)
    {
        ConfirmEndpoints.Map(app);
        UnsubscribeEndpoints.Map(app);
        RunLinkEndpoints.Map(app);
    }
}
