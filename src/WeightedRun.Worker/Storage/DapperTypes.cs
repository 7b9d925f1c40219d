using System.Data;
using Dapper;

namespace WeightedRun.Worker.Storage;

/// <summary>How the product's own types travel to PostgreSQL and back.</summary>
internal static class DapperTypes
{
    private static readonly Lock Once = new();
    private static bool _isRegistered;

    public static void Register()
    {
        lock (Once)
        {
            if (_isRegistered)
                return;

            DefaultTypeMap.MatchNamesWithUnderscores = true;
            SqlMapper.AddTypeHandler(new Through<RunnerId, long>(id => id.Value, value => new RunnerId((long)value)));
            SqlMapper.AddTypeHandler(new Through<ConnectionId, long>(id => id.Value, value => new ConnectionId((long)value)));
            SqlMapper.AddTypeHandler(new Through<InboxEventId, long>(id => id.Value, value => new InboxEventId((long)value)));
            SqlMapper.AddTypeHandler(new Through<ActivityRowId, long>(id => id.Value, value => new ActivityRowId((long)value)));
            SqlMapper.AddTypeHandler(new Through<DateTimeOffset, DateTime>(time => time.UtcDateTime, value => new DateTimeOffset((DateTime)value)));
            SqlMapper.AddTypeHandler(new Through<DateOnly, DateOnly>(date => date, value => value is DateOnly date ? date : DateOnly.FromDateTime((DateTime)value)));
            _isRegistered = true;
        }
    }

    private sealed class Through<T, TStored>(Func<T, TStored> store, Func<object, T> load) : SqlMapper.TypeHandler<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = value is null ? DBNull.Value : store(value);

        public override T Parse(object value) => load(value);
    }
}
