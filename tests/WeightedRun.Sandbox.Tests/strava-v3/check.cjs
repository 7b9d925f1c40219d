'use strict'
const assert = require('node:assert/strict')
const http = require('node:http')
const path = require('node:path')
const { spawn } = require('node:child_process')
const strava = require('strava-v3')
const { axiosInstance } = require('strava-v3/axiosUtility')

const callbackUrl = 'http://localhost/callback'
let steps = 0

function say (what, seen) {
  console.log(`ok ${++steps} ${what}: ${seen}`)
}

/** The stand-in named on the command line, or one of our own. */
async function standIn () {
  if (process.argv[2]) return { base: process.argv[2].replace(/\/$/, ''), stop () {} }
  const program = path.join(__dirname, '../../../artifacts/bin/WeightedRun.Sandbox/debug/weightedrun-sandbox.dll')
  const child = spawn('dotnet', [program, 'strava', '--urls', 'http://127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const base = await new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the stand-in ended with ${code}; build src/WeightedRun.Sandbox first`)))
    child.stdout.on('data', text => { const address = /http:\/\/[\d.:]+/.exec(text); if (address) resolve(address[0]) })
  })
  return { base, stop () { child.removeAllListeners('exit'); child.kill() } }
}

async function control (base, method, route, body) {
  const answer = await fetch(base + '/sandbox' + route, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) })
  assert.ok(answer.ok, `${method} ${route}: ${answer.status}`)
  return answer.status === 204 ? undefined : answer.json()
}

/** A runner with gear and seven runs, the last of them private. */
async function arrange (base) {
  const { id } = await control(base, 'POST', '/athletes', { first_name: 'Vesta', last_name: 'Sample', weight_kilograms: 61.5, gear: [{ id: 'g5', name: 'Vest 5 kg', brand_name: 'Sample' }] })
  const runs = []
  for (let day = 7; day >= 1; day--) {
    const run = { start: new Date(Date.now() - day * 86400e3).toISOString(), name: `Run ${day}`, description: 'with the vest', gear_id: 'g5', visibility: day === 1 ? 'only_me' : 'everyone' }
    runs.unshift((await control(base, 'POST', `/athletes/${id}/activities`, run)).id)
  }
  return { athlete: id, runs }
}

/** What a person does in the browser: open the page, tick, press the button. */
async function consent (base, address, athlete) {
  const page = await (await fetch(address.replace('https://www.strava.com', base))).text()
  const action = /action="([^"]+)"/.exec(page)[1].replaceAll('&amp;', '&')
  const form = new URLSearchParams([['athlete', athlete], ['decision', 'approve']])
  for (const [, scope] of page.matchAll(/name="granted" value="([^"]+)"/g)) form.append('granted', scope)
  const redirect = await fetch(base + action, { method: 'POST', body: form, redirect: 'manual' })
  return new URL(redirect.headers.get('location')).searchParams
}

async function oauth (base, athlete) {
  const address = strava.oauth.getRequestAccessURL({ scope: 'read,activity:read_all,profile:read_all', state: 'st4te', approval_prompt: 'auto' })
  const callback = await consent(base, address, athlete)
  assert.equal(callback.get('state'), 'st4te')
  say('authorize URL and consent', `scope=${callback.get('scope')}`)

  const token = await strava.oauth.getToken(callback.get('code'))
  assert.equal(token.token_type, 'Bearer')
  assert.equal(Number(token.athlete.id), athlete)
  say('token exchange', `expires_in=${token.expires_in} athlete=${token.athlete.firstname}`)
  await assert.rejects(strava.oauth.getToken(callback.get('code')), error => error.statusCode === 400)
  say('code a second time', 'refused with 400')

  const kept = await strava.oauth.refreshToken(token.refresh_token)
  assert.equal(kept.access_token, token.access_token)
  say('refresh with six hours left', 'same access token')
  await control(base, 'POST', '/clock/advance', { seconds: 5 * 3600 + 1 })
  const renewed = await strava.oauth.refreshToken(token.refresh_token)
  assert.notEqual(renewed.access_token, token.access_token)
  assert.notEqual(renewed.refresh_token, token.refresh_token)
  await assert.rejects(strava.oauth.refreshToken(token.refresh_token), error => error.statusCode === 400)
  say('refresh with less than an hour left', `new pair, expires_in=${renewed.expires_in}, the old refresh token refused`)
  return renewed.access_token
}

async function read (client, runs) {
  const pages = []
  for (let page = 1; ; page++) {
    const list = await client.athlete.listActivities({ page, per_page: 3 })
    if (list.length === 0) break
    pages.push(list.map(run => Number(run.id)))
  }
  assert.deepEqual(pages.flat(), runs)
  say('list with paging', `pages of ${pages.map(page => page.length).join(', ')} and an empty one, newest first`)

  const after = Math.floor(Date.now() / 1000) - 3.5 * 86400
  const window = await client.athlete.listActivities({ after })
  assert.deepEqual(window.map(run => Number(run.id)), runs.slice(0, 3).reverse())
  say('list after', `${window.length} runs, oldest first`)
  await assert.rejects(client.athlete.listActivities({ after: Date.now() }), error => error.statusCode === 400 && error.data.errors[0].code === 'future')
  say('list after, in milliseconds', 'refused with 400 future')

  const run = await client.activities.get({ id: runs[0] })
  assert.equal(run.description, 'with the vest')
  assert.equal(run.private, true)
  say('one activity', `${run.name}, ${run.distance} m in ${run.moving_time} s, ${run.description}`)
  const gear = await client.gear.get({ id: run.gear_id })
  assert.equal(gear.name, 'Vest 5 kg')
  say('gear', `${gear.id} ${gear.name}`)
  const streams = await client.streams.activity({ id: runs[0], types: ['time', 'distance'], keys: ['time', 'distance'], key_by_type: true })
  assert.equal(streams.time.data.length, streams.distance.data.length)
  say('streams', `${Object.keys(streams).join(', ')} of ${streams.time.data.length} points`)
  const athlete = await client.athlete.get({})
  assert.equal(athlete.weight, 61.5)
  say('athlete', `${athlete.firstname} ${athlete.weight} kg, shoes ${athlete.shoes.map(shoe => shoe.name)}`)
  await assert.rejects(client.activities.get({ id: 1 }), error => error.statusCode === 404)
  say('an activity that is not there', 'refused with 404')
}

async function push (base, athlete) {
  const events = []
  const hook = http.createServer((request, answer) => {
    const url = new URL(request.url, 'http://localhost')
    if (request.method === 'GET') return answer.setHeader('content-type', 'application/json').end(JSON.stringify({ 'hub.challenge': url.searchParams.get('hub.challenge') }))
    let body = ''
    request.on('data', part => { body += part }).on('end', () => { events.push(JSON.parse(body)); answer.end() })
  })
  await new Promise(resolve => hook.listen(0, '127.0.0.1', resolve))
  try {
    const created = await strava.pushSubscriptions.create({ callback_url: `http://127.0.0.1:${hook.address().port}/hook`, verify_token: 'v3rify' })
    const listed = await strava.pushSubscriptions.list()
    assert.deepEqual(listed.map(subscription => subscription.id), [created.id])
    say('push subscription created and listed', `${created.id} ${created.callback_url.replace(/\d+\/hook/, 'PORT/hook')}`)

    const { id } = await control(base, 'POST', `/athletes/${athlete}/activities`, { start: new Date().toISOString(), name: 'Told' })
    await control(base, 'POST', '/events/idle')
    assert.deepEqual(events.map(event => [event.aspect_type, event.object_id]), [['create', id]])
    say('event', `${events[0].object_type} ${events[0].aspect_type} ${events[0].object_id}`)

    await strava.pushSubscriptions.delete({ id: created.id })
    assert.deepEqual(await strava.pushSubscriptions.list(), [])
    say('push subscription deleted', 'list is empty')
  } finally {
    hook.closeAllConnections()
    hook.close()
  }
}

async function limits (base, client) {
  const before = (await control(base, 'GET', '/apps/12345/rate')).read_usage
  await client.athlete.get({})
  const limiting = strava.rateLimiting
  assert.deepEqual([limiting.shortTermLimit, limiting.longTermLimit, limiting.readShortTermLimit, limiting.readLongTermLimit], [400, 4000, 200, 2000])
  assert.equal(limiting.readShortTermUsage, before.quarter_hour + 1)
  assert.equal(limiting.exceeded(), false)
  say('rate limits', `used ${limiting.shortTermUsage},${limiting.longTermUsage} of ${limiting.shortTermLimit},${limiting.longTermLimit}; reads ${limiting.readShortTermUsage},${limiting.readLongTermUsage} of ${limiting.readShortTermLimit},${limiting.readLongTermLimit}`)

  await control(base, 'PUT', '/apps/12345/usage', { overall: { quarter_hour: 399, day: 399 }, read: { quarter_hour: 199, day: 199 } })
  await client.athlete.get({})
  assert.equal(limiting.readExceeded(), true)
  await assert.rejects(client.athlete.get({}), error => error.statusCode === 429)
  say('rate limit used up', 'the client sees it, the next call is refused with 429')
}

async function main () {
  const { base, stop } = await standIn()
  try {
    axiosInstance.interceptors.request.use(request => {
      request.url = request.url.replace('https://www.strava.com', base)
      request.baseURL = request.baseURL.replace('https://www.strava.com', base)
      return request
    })
    strava.config({ client_id: '12345', client_secret: 'sandbox-secret', redirect_uri: callbackUrl, access_token: 'none' })
    const { athlete, runs } = await arrange(base)
    const token = await oauth(base, athlete)
    const client = new strava.client(token)
    await read(client, runs)
    await push(base, athlete)
    await limits(base, client)
    await control(base, 'POST', '/clock/advance', { seconds: 900 })
    const gone = await strava.oauth.deauthorize({ access_token: token })
    assert.equal(gone.access_token, token)
    await assert.rejects(client.athlete.get({}), error => error.statusCode === 401)
    say('deauthorize', 'the token is dead, 401')
    console.log(`strava-v3 ${require('strava-v3/package.json').version}: ${steps} steps, all as with Strava`)
  } finally {
    stop()
  }
}

main().catch(error => { console.error(error); process.exitCode = 1 })
