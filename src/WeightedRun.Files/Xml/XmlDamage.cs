using System.Xml;

namespace WeightedRun.Files.Xml;

/// <summary>What is said of a file that breaks off after some of it was read.</summary>
internal static class XmlDamage
{
    public static string Warning(Exception damage) => damage is XmlException xml
        ? $"truncated: the file breaks off at line {xml.LineNumber}; what came before was kept"
        : "damaged: the packed file is damaged; what came before the damage was kept";
}
