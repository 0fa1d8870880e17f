/**
 * Keeps the health board up to date, and lets the light on the floor follow the hour.
 *
 * @typedef {{ name: string, status: 'ok' | 'degraded' | 'down', kind?: string, detail?: string }} Part
 * @typedef {{ status: 'ok' | 'degraded' | 'down', modules: Part[], components: Part[] }} Health
 * @typedef {{ name: string, status: 'waiting' | 'building' | 'ready' | 'failed', started_at?: string, message?: string }} Build
 * @typedef {{ name: string, kind?: string, state: 'well' | 'care' | 'down', word: string, more?: string }} Row
 */

const calmMs = 5000
const busyMs = 1500

/** What a module is there for, in two or three words. @type {Record<string, string>} */
const purposes = {
  identity: 'accounts and sign-in',
  billing: 'plans and limits',
  'ai-gateway': 'every model call',
  safety: 'help in a crisis',
  notifications: 'mail and reminders',
  privacy: 'export and erasure',
  mirror: 'pages you write',
  turn: 'a thought, turned',
  lens: 'goals and actions',
  spectrum: 'weeks and months',
  integrations: 'connected apps',
  recommender: 'the next tip',
  metrics: 'what tips did',
  licensing: 'licences and seats',
  memory: 'what assistants know',
  insights: 'a team over time',
}
/** @type {Record<string, string>} */
const titles = { kalei: 'Kalei', oo: 'oO', console: 'Console' }
const words = /** @type {const} */ ({
  ok: ['well', 'well'],
  degraded: ['care', 'needs a look'],
  down: ['down', 'down'],
})
const buildWords = /** @type {const} */ ({
  ready: ['well', 'ready'],
  waiting: ['care', 'waiting'],
  building: ['care', 'building'],
  failed: ['down', 'failed'],
})

/** @param {string} id */
const part = (id) => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}`)
  return found
}

/** @param {Part} part @returns {Row} */
function rowOfPart({ name, kind, status, detail }) {
  const [state, word] = words[status]
  const about = kind ?? purposes[name]
  return { name, state, word, ...(about && { kind: about }), ...(detail && { more: detail }) }
}

/** @param {Build} build @returns {Row} */
function rowOfBuild({ name, status, started_at: started, message }) {
  const [state, word] = buildWords[status]
  const seconds =
    started === undefined ? 0 : Math.max(0, Math.round((Date.now() - Date.parse(started)) / 1000))
  const said = status === 'building' ? `${word}, ${seconds} s` : word
  return {
    name: titles[name] ?? name,
    state,
    word: said,
    ...(message && status === 'failed' && { more: message }),
  }
}

/** @param {string} tag @param {string} className @param {string} [text] */
function element(tag, className, text) {
  const made = document.createElement(tag)
  made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

/** @param {string} id @param {Row[]} rows */
function show(id, rows) {
  const items = rows.map(({ name, kind, state, word, more }) => {
    const item = document.createElement('li')
    item.dataset['state'] = state
    const title = element('span', 'part', name)
    if (kind !== undefined) title.append(' ', element('span', 'kind', kind))
    item.append(element('span', 'shard'), title, element('span', 'state', word))
    if (more !== undefined) item.append(element('span', 'more', more))
    return item
  })
  part(id).replaceChildren(...items)
}

/** Says it once: a reader of the page hears changes, not every look. @param {string} text */
function summarise(text) {
  if (part('summary').textContent !== text) part('summary').textContent = text
}

/** @param {Health} health */
function sentence({ status, modules, components }) {
  const unwell = [...modules, ...components].filter((one) => one.status !== 'ok')
  if (unwell.length === 0) return `All ${modules.length + components.length} parts are well.`
  const names = unwell.map(({ name }) => name).join(', ')
  return status === 'down' ? `Down: ${names}.` : `Works, with a look needed at: ${names}.`
}

/** @param {string} path */
async function read(path) {
  const response = await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(4000) })
  return response.json()
}

/** @returns {Promise<number>} milliseconds until the next look */
async function look() {
  const board = part('board').closest('section')
  try {
    /** @type {[Health, { items: Build[] }]} */
    const [health, builds] = await Promise.all([read('/health'), read('/builds.json')])
    show('modules', health.modules.map(rowOfPart))
    show('components', health.components.map(rowOfPart))
    show('builds', builds.items.map(rowOfBuild))
    part('builds-part').hidden = builds.items.length === 0
    summarise(sentence(health))
    board?.removeAttribute('data-stale')
    return builds.items.some(({ status }) => status === 'waiting' || status === 'building') ? busyMs : calmMs
  } catch {
    board?.setAttribute('data-stale', '')
    summarise('The server does not answer. This page keeps asking.')
    return calmMs
  }
}

/** Morning light leans one way, evening light the other. */
function followTheSun() {
  const now = new Date()
  const hour = now.getHours() + now.getMinutes() / 60
  const sun = Math.max(-1, Math.min(1, (hour - 13) / 7))
  document.documentElement.style.setProperty('--sun', sun.toFixed(3))
}

async function keepLooking() {
  for (;;) {
    const waitMs = document.hidden ? calmMs : await look()
    followTheSun()
    await new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        document.removeEventListener('visibilitychange', wake)
        resolve(undefined)
      }
      const timer = setTimeout(wake, waitMs)
      document.addEventListener('visibilitychange', wake)
    })
  }
}

followTheSun()
void keepLooking()
