namespace WeightedRun.Worker.Digest;

/// <summary>The one stylesheet of the digest: one column, system fonts, light and dark.</summary>
internal static class DigestStyle
{
    public const string Css = """
        :root{--paper:#fdfdfb;--ink:#1b1f23;--quiet:#57606a;--line:#d8dbde;--good:#1b7f4b;--note:#375a8c;--watch:#8a5a00;--stop:#b3261e}
        @media (prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#e8eaed;--quiet:#a5adb6;--line:#33383d;--good:#6fd3a0;--note:#9dbcf0;--watch:#f0b955;--stop:#ff9a90}}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main{max-width:600px;margin:0 auto;padding:24px 16px}
        h1{font-size:22px;line-height:1.3;margin:4px 0 20px}
        h2{font-size:16px;margin:24px 0 4px}
        p{margin:0 0 4px}
        ul{margin:0;padding-left:20px}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        th,td{padding:6px 0 6px 12px;text-align:right;border-bottom:1px solid var(--line);font-weight:normal;vertical-align:top}
        thead th,thead td{color:var(--quiet);font-size:14px}
        tbody th,th:first-child,td:first-child{text-align:left;padding-left:0}
        .words,.runs th:last-child{text-align:left;overflow-wrap:anywhere}
        .quiet{color:var(--quiet);font-size:14px;font-weight:normal}
        .tone{font-weight:600;margin:0}
        .good.tone,.good h2{color:var(--good)}.note.tone,.note h2{color:var(--note)}.watch.tone,.watch h2{color:var(--watch)}.stop.tone,.stop h2{color:var(--stop)}
        .finding{border-left:4px solid var(--line);padding-left:12px;margin-top:16px}
        .finding h2{margin-top:0}
        .finding.stop{border-color:var(--stop)}.finding.watch{border-color:var(--watch)}.finding.note{border-color:var(--note)}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        footer{margin-top:24px;border-top:1px solid var(--line);padding-top:12px}
        @media (max-width:420px){th,td{padding-left:6px}}
        """;
}
