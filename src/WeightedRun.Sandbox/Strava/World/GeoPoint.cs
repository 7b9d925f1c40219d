namespace WeightedRun.Sandbox.Strava.World;

/// <summary>Degrees north and east.</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude);
