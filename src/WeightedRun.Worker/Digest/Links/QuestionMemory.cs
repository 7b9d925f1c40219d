using Dapper;
using Npgsql;
using WeightedRun.Worker.Storage;

namespace WeightedRun.Worker.Digest.Links;

/// <summary>How a runner has taken the questions so far, by kind of question.</summary>
internal sealed class QuestionMemory(NpgsqlDataSource source)
{
    /// <summary>One more "no" in a row, or a "yes" that ends the row.</summary>
    public Task RecordAsync(RunnerId runner, string kind, bool isRefusal, CancellationToken cancellation) => ExecuteAsync(
        """
        insert into question_refusals (runner_id, kind, refusals) values (@runner, @kind, @isRefusal::int)
        on conflict (runner_id, kind) do update set refusals = case when @isRefusal then question_refusals.refusals + 1 else 0 end
        """,
        new { runner, kind, isRefusal },
        cancellation);

    /// <summary>"Ask no more."</summary>
    public Task SilenceAsync(RunnerId runner, string kind, CancellationToken cancellation) => ExecuteAsync(
        "insert into question_refusals (runner_id, kind, is_silenced) values (@runner, @kind, true) on conflict (runner_id, kind) do update set is_silenced = true",
        new { runner, kind },
        cancellation);

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(sql, parameters);
    }
}
