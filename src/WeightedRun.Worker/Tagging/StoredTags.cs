using System.Text.Json;
using Dapper;
using Npgsql;
using WeightedRun.Analysis.Loads;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Tagging;

/// <summary>Reads a runner's stored activities once more when the settings have changed; no provider is asked.</summary>
internal static class StoredTags
{
    /// <summary>
    /// What the runner said about a run stays; of the rest, what the change alone makes read otherwise is written, and what it was before is remembered for the next digest.
    /// </summary>
    public static async Task RenewAsync(NpgsqlConnection session, RunnerId runner, RunnerLoadSettings before, RunnerLoadSettings settings, DateTimeOffset now)
    {
        var words = await StoredWords.ReadAllAsync(session, runner);
        var tags = words
            .Select(activity => (activity.ActivityId, Before: LoadTagger.Tag(activity.ToInput(before)), Load: LoadTagger.Tag(activity.ToInput(settings))))
            .Where(tag => !IsSame(tag.Before, tag.Load))
            .ToList();
        if (tags.Count == 0)
            return;

        await session.ExecuteAsync(
            """
            update activity_tags set
                outcome = tag.outcome,
                source = tag.source,
                pieces = tag.pieces::jsonb,
                evidence = tag.evidence::jsonb,
                lexicon_version = @LexiconVersion,
                tagged_at = @now,
                previous_outcome = case when previous_until > @now then previous_outcome else activity_tags.outcome end,
                previous_pieces = case when previous_until > @now then previous_pieces else activity_tags.pieces end,
                previous_until = case when previous_until > @now then previous_until else @until end
            from unnest(@activities, @outcomes, @sources, @pieces, @evidence) as tag (activity_id, outcome, source, pieces, evidence)
            where tag.activity_id = activity_tags.activity_id
              and activity_tags.source is distinct from 'runner'
              and (activity_tags.outcome, activity_tags.pieces) is distinct from (tag.outcome, tag.pieces::jsonb)
              and not exists (
                select from activities
                join corrections as said on said.runner_id = activities.runner_id and said.activity_ref = activities.source || ':' || activities.external_id
                where activities.activity_id = tag.activity_id)
            """,
            new
            {
                activities = tags.ConvertAll(tag => tag.ActivityId.Value).ToArray(),
                outcomes = tags.ConvertAll(tag => TagStore.OutcomeOf(tag.Load)).ToArray(),
                sources = tags.ConvertAll(tag => tag.Load is { } load ? StoredName.Of(load.Source) : null).ToArray(),
                pieces = tags.ConvertAll(tag => StoredPieces.Write(tag.Load?.Pieces ?? [])).ToArray(),
                evidence = tags.ConvertAll(tag => JsonSerializer.Serialize(tag.Load?.Evidence is { } text ? [text] : Array.Empty<string>())).ToArray(),
                LoadTagger.LexiconVersion,
                now,
                until = now + RunnerCorrections.Remembered,
            });
    }

    private static bool IsSame(CarriedLoad? one, CarriedLoad? other) =>
        TagStore.OutcomeOf(one) == TagStore.OutcomeOf(other) && (one?.Pieces ?? []).SequenceEqual(other?.Pieces ?? []);
}
