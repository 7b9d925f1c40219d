using WeightedRun.Analysis.Loads;
using WeightedRun.Analysis.Runs;
using WeightedRun.Analysis.Units;

namespace WeightedRun.Analysis.Tests.Runs;

public sealed class SessionTests
{
    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 2)]
    [InlineData(31, 2)]
    public void A_watch_restarted_within_half_an_hour_is_one_session(int gap, int sessions) =>
        Assert.Equal(sessions, A.Log(A.Run("2025-03-03T07:00").Lasting(30).WithVest(5), A.Run($"2025-03-03T{7 + ((30 + gap) / 60):00}:{(30 + gap) % 60:00}").WithVest(6)).Sessions.Count);

    [Fact]
    public void A_merged_session_sums_what_is_known_and_keeps_the_larger_load()
    {
        var session = Assert.Single(A.Log(A.Run("2025-03-03T07:00").Of(5).WithVest(5), A.Run("2025-03-03T07:45").Of(3).WithVest(6)).Sessions);
        Assert.Equal(8000, session.Distance?.Meters);
        Assert.Equal(TimeSpan.FromMinutes(60), session.MovingTime);
        Assert.Equal(6, session.TorsoLoad?.Kilograms);
        Assert.Equal(2, session.Parts.Count);
    }

    [Fact]
    public void A_part_of_unknown_distance_makes_the_distance_unknown() =>
        Assert.Null(Assert.Single(A.Log(A.Run("2025-03-03T07:00") with { Distance = null }, A.Run("2025-03-03T07:45")).Sessions).Distance);

    [Fact]
    public void Vest_then_no_vest_are_two_sessions() =>
        Assert.Equal(2, A.Log(A.Run("2025-03-03T07:00").WithVest(), A.Run("2025-03-03T07:40")).Sessions.Count);

    [Theory]
    [InlineData("07:00:59", 1)]
    [InlineData("07:01:00", 1)]
    public void Two_recordings_of_one_start_are_one_run_and_the_tagged_one_stays(string other, int sessions)
    {
        var log = A.Log(A.Run("2025-03-03T07:00:00").Of(9), A.Run("2025-03-03T" + other).Of(8).WithVest());
        Assert.Equal(sessions, log.Sessions.Count);
        Assert.True(log.Sessions[0].IsTagged);
    }

    [Fact]
    public void Beyond_a_minute_they_are_not_duplicates() =>
        Assert.Equal(2, A.Log(A.Run("2025-03-03T07:00:00"), A.Run("2025-03-03T07:01:01").WithVest()).Sessions.Count);

    [Theory]
    [InlineData(EquipmentKind.Vest, 1.39, false)]
    [InlineData(EquipmentKind.Vest, 1.4, true)] // exactly 2 % of 70 kg
    [InlineData(EquipmentKind.Vest, null, true)]
    [InlineData(EquipmentKind.AnkleWeights, 0.1, true)]
    [InlineData(EquipmentKind.HandWeights, null, true)]
    [InlineData(EquipmentKind.WristWeights, 2.09, false)]
    [InlineData(EquipmentKind.WristWeights, 2.1, true)] // exactly 3 %
    [InlineData(EquipmentKind.WristWeights, null, false)]
    [InlineData(EquipmentKind.Stroller, 20.0, false)]
    public void What_counts_as_a_weighted_session(EquipmentKind kind, double? kilograms, bool isCounted) =>
        Assert.Equal(isCounted, A.Log(A.Run("2025-03-03").With(kind, kilograms)).Sessions[0].IsCounted(Mass.FromKilograms(70)));

    [Fact]
    public void A_suspected_run_is_not_counted()
    {
        var run = A.Run("2025-03-03").WithVest();
        Assert.False(A.Log(run with { Load = run.Load! with { IsSuspected = true } }).Sessions[0].IsCounted(Mass.FromKilograms(70)));
    }

    [Fact]
    public void Walks_hikes_and_rucks_are_no_runs() => Assert.Empty(A.Log(A.Run("2025-03-03") with { Sport = Sport.Ruck }, A.Run("2025-03-04") with { Sport = Sport.Hike }).Sessions);

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        var runs = new[] { A.Run("2025-03-03").WithVest(), A.Run("2025-03-03T07:40").WithVest(), A.Run("2025-03-05"), A.Run("2025-03-05T07:00:30").Of(7) };
        Assert.Equal(A.Log(runs).Sessions.Select(session => session.Id), A.Log([.. runs.Reverse()]).Sessions.Select(session => session.Id));
    }

    [Fact]
    public void A_window_before_a_date_holds_neither_the_date_nor_the_day_beyond()
    {
        var log = A.Log(A.Run("2025-03-01"), A.Run("2025-03-02"), A.Run("2025-03-09"), A.Run("2025-03-10"));
        Assert.Equal(["2025-03-02", "2025-03-09"], log.Before(new DateOnly(2025, 3, 10), 8).Select(session => session.Id.Value));
    }

    [Theory]
    [InlineData(5.0, 3.0, 8.0)]
    [InlineData(5.0, null, null)]
    public void Two_pieces_of_one_kind_on_one_run_weigh_what_both_weigh(double? first, double? second, double? total)
    {
        var run = A.Run("2025-03-03").With(EquipmentKind.WeightPlate, first);
        var both = run with { Load = run.Load! with { Pieces = [.. run.Load.Pieces, .. run.With(EquipmentKind.WeightPlate, second).Load!.Pieces] } };
        Assert.Equal(total, Assert.Single(A.Log(both).Sessions).TorsoLoad?.Kilograms);
    }

    [Fact]
    public void A_restarted_watch_is_one_suspected_run_whatever_was_guessed()
    {
        Activity Guess(string start, EquipmentKind kind) { var run = A.Run(start).With(kind, null); return run with { Load = run.Load! with { IsSuspected = true } }; }

        Assert.Single(A.Log(Guess("2025-03-03T07:00", EquipmentKind.Vest), Guess("2025-03-03T07:40", EquipmentKind.Unknown)).Sessions);
    }

    [Fact]
    public void A_load_of_nothing_is_no_load_when_the_watch_is_restarted()
    {
        var vest = A.Run("2025-03-03T07:00").WithVest();
        var nothing = vest with { Load = vest.Load! with { Pieces = [] } };
        var bare = A.Run("2025-03-03T07:40");
        foreach (var log in new[] { A.Log(nothing, bare), A.Log(A.Run("2025-03-03T06:20"), nothing), A.Log(nothing, nothing with { Id = new ActivityId("b"), StartLocal = bare.StartLocal }) })
        {
            var session = Assert.Single(log.Sessions);
            Assert.False(session.IsTagged);
            Assert.Equal(2, session.Parts.Count);
        }
    }
}
