// The main ways through the pages in a real browser, with script on and off, and axe-core on every page.
// A product must run, with mails in a folder:  see README.md
import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';

const address = process.env.WEIGHTEDRUN ?? 'http://127.0.0.1:5000/';
const mails = process.env.MAILS ?? 'mail';
const password = process.env.ADMIN_PASSWORD;
const strava = process.env.STRAVA;
const shots = process.env.SHOTS;
const at = path => new URL(path, address).href;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
let checks = 0;
const faults = [];

// Mails are quoted-printable; links may be broken over lines.
const linkFor = (to, path) => readdirSync(mails).filter(name => name.endsWith('.eml'))
  .map(name => join(mails, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  .map(file => readFileSync(file, 'utf8').replace(/=\r?\n/g, ''))
  .filter(text => text.includes(`To: ${to}`))
  .map(text => text.match(new RegExp(`https?://[^/\\s]+/\\S*${path}[\\w-]+`))?.[0]).find(Boolean);

async function look(page, name) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  faults.push(...violations.map(v => `${name}: ${v.id} ${v.nodes.map(n => n.target).join(' ')}`));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overflow > 0)
    faults.push(`${name} is ${overflow} px too wide`);
  checks++;
}

async function signIn(page, email) {
  await page.goto(at('sign-in'));
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
  await page.goto(at(new URL(linkFor(email, 'sign-in/')).pathname.slice(1)));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function runner(page, email, script) {
  await signIn(page, email);
  if (page.url().endsWith('/welcome')) {
    await page.getByLabel('Where shall the weekly digest go?').fill(email);
    await page.getByLabel('Body weight').fill('70');
    await page.getByLabel('Birth year').fill('1984');
    await page.getByLabel('Time zone').fill('Europe/Berlin');
    await page.getByLabel('I have read this.').check();
    await page.getByRole('button', { name: 'Save and show my week' }).click();
  }
  assert.match(page.url(), /\/week$/);
  await page.goto(at('upload'));
  const day = new Date(Date.now() - 864e5).toISOString().slice(0, 10);
  await page.getByLabel('Files').setInputFiles({ name: 'run.gpx', mimeType: 'application/gpx+xml', buffer: Buffer.from(`<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Pack run ${script}</name><type>running</type><trkseg><trkpt lat="52.0" lon="13.0"><time>${day}T04:00:00Z</time></trkpt><trkpt lat="52.05" lon="13.0"><time>${day}T04:35:00Z</time></trkpt></trkseg></trk></gpx>`) });
  await page.getByRole('button', { name: 'Upload and read' }).click();
  await page.getByRole('heading', { name: 'All of it was read' }).waitFor();
  await page.goto(at('runs'));
  await page.locator('tr', { hasText: `Pack run ${script}` }).first().getByRole('link').click();
  await page.getByLabel('With what').selectOption('backpack');
  await page.getByLabel('How heavy').fill('9');
  await page.getByRole('button', { name: 'With weight' }).click();
  await page.getByText('Noted.').waitFor();
  await page.goto(at('runs'));
  await page.getByText('backpack 9.0 kg').first().waitFor();
  await page.goto(at('week'));
  await page.getByRole('heading', { name: 'What you may do next' }).waitFor();
}

// From the box ticked here over Strava's page and back; one of the stand-in's athletes for each.
async function connect(page, athlete) {
  await page.goto(at('connections'));
  await page.getByLabel('I agree').check();
  await page.getByRole('button', { name: 'Connect with Strava' }).click();
  await page.getByLabel('You are').selectOption({ index: athlete });
  await page.getByRole('button', { name: 'Authorize' }).click();
  await page.waitForURL(url => url.href.startsWith(address));
  await page.goto(at('connections'));
  await page.getByText('Working').waitFor();
}

async function disconnect(page) {
  await page.goto(at('connections'));
  await page.getByRole('link', { name: 'Disconnect Strava' }).click();
  await page.getByRole('button', { name: 'Disconnect Strava' }).click();
  await page.getByRole('heading', { name: 'Disconnected' }).waitFor();
  for (let waited = 0; ; waited++) {
    await page.goto(at('connections'));
    if (await page.getByText('Nothing is connected.').count())
      return;
    assert.ok(waited < 60, 'Strava is still connected a minute later');
    await page.waitForTimeout(1000);
  }
}

async function gear(page) {
  await page.goto(at('settings/loads'));
  await page.getByLabel('Name').last().fill('Black vest');
  await page.getByLabel('Stands for').last().selectOption('vest');
  await page.getByLabel('Weight,').last().fill('heavy');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Write a number up to').waitFor();
  assert.equal(await page.getByLabel('Name').last().inputValue(), 'Black vest');
  await page.getByLabel('Weight,').last().fill('8');
  await page.getByLabel('weight belt').fill('3.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await page.getByLabel('weight belt').inputValue(), '3.5');
  assert.ok((await page.getByLabel('Name').evaluateAll(inputs => inputs.map(input => input.value))).includes('Black vest'));
}

async function unsubscribe(page) {
  await page.goto(at('settings'));
  await page.getByLabel('Send me the digest').uncheck();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();
  assert.equal(await page.getByLabel('Send me the digest').isChecked(), false);
}

async function leave(page) {
  await page.goto(at('delete'));
  await page.getByLabel('To be sure, type DELETE').fill('DELETE');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('heading', { name: 'Your data is being deleted' }).waitFor();
  await page.goto(at('week'));
  assert.match(page.url(), /\/sign-in/);
}

async function admin(page) {
  await page.goto(at('jobs'));
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Operations' }).waitFor();
  await look(page, 'operations');
  await page.goto(at('jobs'));
  assert.match(await page.title(), /jobs/);
}

const open = ['', 'privacy', 'sign-in', 'admin/sign-in', 'nowhere'];
const own = ['week', 'runs', 'trends', 'upload', 'connections', 'connect/garmin', 'settings', 'settings/loads', 'data', 'delete', 'welcome'];
for (const javaScriptEnabled of [true, false]) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const email = `ann${javaScriptEnabled ? '' : '.without'}@example.org`;
  await runner(page, email, javaScriptEnabled ? 'with script' : 'without script');
  await gear(page);
  if (strava) {
    await connect(page, javaScriptEnabled ? 0 : 1);
    await disconnect(page);
  }
  await unsubscribe(page);
  await leave(page);
  await context.close();
  console.log(`runner, script ${javaScriptEnabled ? 'on' : 'off'}: uploaded, corrected, forecast, gear, ${strava ? 'connected, disconnected' : 'NOT connected: STRAVA is not set'}, unsubscribed, deleted`);
}

// axe needs script to look; the pages themselves have none.
const state = await (async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, process.env.RUNNER ?? 'ben@example.org');
  const kept = await context.storageState();
  await context.close();
  return kept;
})();
for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true, storageState: state });
    const stranger = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    for (const [who, paths] of [[stranger, open], [context, own]]) {
      const page = await who.newPage();
      for (const path of paths) {
        await page.goto(at(path));
        const name = `${path.replaceAll('/', '-') || 'landing'}-${width}-${colorScheme}`;
        if (shots) {
          mkdirSync(shots, { recursive: true });
          await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
        }
        await look(page, name);
      }
    }
    await context.close();
    await stranger.close();
  }
}

if (password) {
  const context = await browser.newContext({ bypassCSP: true });
  await admin(await context.newPage());
  await context.close();
  console.log('admin: signed in, operations, dashboard');
}

await browser.close();
assert.deepEqual(faults, []);
console.log(`axe-core found nothing on ${checks} pages, and none is wider than its window`);
