#!/usr/bin/env bash
# Decodes the FIT files of a folder with this project and with Garmin's own JavaScript SDK (npm @garmin/fitsdk), in turns on the same
# machine, both after warming up, and prints the ratio of the medians. Needs Node.js. Usage: fit-against-sdk.sh FOLDER
set -euo pipefail
folder=$(realpath "$1")
cd "$(dirname "$0")"
dotnet build -c Release --verbosity quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm init -y >/dev/null && npm install --silent @garmin/fitsdk@21.217.0)
cat > "$work/sdk.mjs" <<'JS'
import { Decoder, Stream } from "@garmin/fitsdk";
import { readFileSync, readdirSync } from "node:fs";
const [folder, rounds] = [process.argv[2], Number(process.argv[3])];
const files = readdirSync(folder).filter(name => name.endsWith(".fit")).sort().map(name => readFileSync(`${folder}/${name}`));
const [times, failed] = [[], new Set()];
for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  files.forEach((file, index) => {
    try { const { errors } = new Decoder(Stream.fromBuffer(file)).read(); if (errors.length) failed.add(index); } catch { failed.add(index); }
  });
  times.push(performance.now() - start);
}
console.log(JSON.stringify({ files: files.length, failed: failed.size, ms: times }));
JS
exe=../../artifacts/bin/WeightedRun.Benchmarks/release/WeightedRun.Benchmarks
for turn in 1 2 3; do
  "$exe" fit "$folder" 40 >> "$work/ours.json"
  node "$work/sdk.mjs" "$folder" 12 >> "$work/theirs.json"
done
node -e '
const fs = require("fs");
const read = (name, warm) => fs.readFileSync(name, "utf8").trim().split("\n").map(JSON.parse).map(run => run.ms.slice(warm).sort((a, b) => a - b)).map(ms => ms[ms.length >> 1]);
const [ours, theirs] = [read(process.argv[1], 20), read(process.argv[2], 4)];
const show = list => list.map(ms => ms.toFixed(1)).join(", ");
console.log(`ours   ${show(ours)} ms a round (median of each turn)\nSDK    ${show(theirs)} ms a round\nratio  ${theirs.map((ms, i) => (ms / ours[i]).toFixed(1)).join(", ")} times as fast`);
console.log("SDK could not fully read", JSON.parse(fs.readFileSync(process.argv[2], "utf8").split("\n")[0]).failed, "of the files");' "$work/ours.json" "$work/theirs.json"
