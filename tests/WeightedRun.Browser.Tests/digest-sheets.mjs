// One picture of each digest variant: 600 and 320 px wide, light and dark, side by side. From the files that the digest's tests write:
//   node digest-sheets.mjs ../../artifacts/bin/WeightedRun.Worker.Tests/debug/digests ../../docs/images English watch stop ...
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const [folder, target, reader, ...variants] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const shots = mkdtempSync(join(tmpdir(), "digest-sheets-"));
for (const variant of variants) {
  const columns = [];
  for (const [width, scheme] of [[600, "light"], [600, "dark"], [320, "light"], [320, "dark"]]) {
    const page = await browser.newPage({ viewport: { width, height: 400 }, colorScheme: scheme });
    await page.goto(`file://${resolve(folder, `${variant}.${reader}.html`)}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) console.log(`${variant} at ${width} px is ${wide} px wide`);
    const file = join(shots, `${variant}-${width}-${scheme}.png`);
    await page.screenshot({ path: file, fullPage: true });
    columns.push(`<img width="${width}" src="data:image/png;base64,${readFileSync(file).toString("base64")}">`);
    await page.close();
  }
  const sheet = await browser.newPage({ viewport: { width: 1900, height: 400 }, deviceScaleFactor: 0.5 });
  await sheet.setContent(`<body style="margin:0;background:#888;display:flex;align-items:start;gap:20px">${columns.join("")}`);
  const file = join(target, `digest-${variant}.png`);
  await sheet.screenshot({ path: file, fullPage: true });
  await sheet.close();
  // A few colours are enough for text, and the repository stays small.
  execFileSync("pngquant", ["--force", "--ext", ".png", "--speed", "1", "8", file]);
}

await browser.close();
