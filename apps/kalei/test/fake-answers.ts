import type { ServerResponse } from 'node:http'

export interface FakeState {
  signedIn: boolean
  full: boolean
  locale: string
  /** The next write of this path fails like this. */
  fail?: { path: RegExp; status: number; code: string; extra?: Record<string, unknown> }
  /** Waits between the events of a turn. */
  paceMs: number
  cutTurn?: boolean
  agreed?: boolean
}

interface Call {
  method: string
  path: string
  body: Record<string, unknown>
  state: FakeState
  response: ServerResponse
}

export const sample =
  'Today was the presentation. I forgot two slides and now everyone thinks I am a fraud. I always ruin the things that matter. 🫠\n\nOn the way home it rained, and I stood under the chestnut tree for a while. That was good.'
const fragments = [
  ['mind_reading', 'everyone thinks I am a fraud'],
  ['overgeneralization', 'I always ruin the things that matter'],
].map(([type, text], index) => ({
  id: `f${index}`,
  type,
  text,
  start: sample.indexOf(text ?? ''),
  end: sample.indexOf(text ?? '') + (text ?? '').length,
  confidence: 0.9,
}))
const second =
  'Ich müsste längst weiter sein als alle anderen in meinem Jahrgang, und das beschäftigt mich seit Wochen.'
const crisis = {
  event_id: 'e1',
  severity: 'thoughts',
  template: 'suicide.direct.v1',
  message:
    'It sounds as if things are very heavy right now. You do not have to carry this alone: someone is there to listen, today, for free.',
  resources: [
    {
      name: '988 Suicide & Crisis Lifeline',
      phone: '988',
      text: '988',
      url: 'https://988lifeline.org',
      hours: '24/7',
      languages: ['en', 'es'],
    },
  ],
}
const reframes = [
  {
    lens: 'evidence',
    text: 'Two slides were missing out of twenty. Three people stayed to ask questions, which people rarely do with someone they take for a fraud.',
  },
  {
    lens: 'distance',
    text: 'If a friend had told you this about her own talk, you would have heard a tired person after a long day, not a verdict on her life.',
  },
  {
    lens: 'kindness',
    text: 'You cared enough to prepare, and it hurts because it matters to you. Both can be true at once.',
  },
]
const micro_action = {
  text: 'Send the two missing slides to the group, with one plain sentence.',
  minutes: 4,
}
const at = '2026-11-19T20:12:00.000Z'

const message = (id: string, content: string, found: unknown[] = []) => ({
  id,
  session_id: 'p1',
  edited_at: null,
  status: 'ok',
  content,
  created_at: at,
  fragments: found,
  crisis: null,
  engine: 'offline-1',
})
const turnRecord = (id: string, thought: string) => ({
  id,
  thought,
  created_at: at,
  status: 'ok',
  reframes,
  micro_action,
  engine: 'offline-1',
  crisis: null,
  saved_at: id === 't1' ? at : null,
})

function fragmentsIn(content: string) {
  const start = content.toLowerCase().indexOf('always')
  return start < 0
    ? []
    : [
        {
          id: `f${content.length}`,
          type: 'overgeneralization',
          start,
          end: content.length,
          text: content.slice(start),
          confidence: 0.8,
        },
      ]
}

function posted(body: Record<string, unknown>) {
  const content = String(body['content'])
  const danger = content.includes('want to die')
  return {
    ...message(`m${content.length}`, content, danger ? [] : fragmentsIn(content)),
    session_id: body['session_id'] ?? 'p1',
    status: danger ? 'crisis' : 'ok',
    crisis: danger ? crisis : null,
  }
}

const list = (items: unknown[]) => ({ items, next_cursor: null })

type Reply = (call: Call, match: RegExpMatchArray) => unknown
const routes: readonly [string, RegExp, Reply][] = [
  [
    'GET',
    /^\/me$/,
    ({ state }) => ({
      id: 'u1',
      email: 'mara@example.org',
      full_name: 'Mara Weidenfeller',
      roles: ['user'],
      organizations: [],
      profile: {
        locale: state.locale,
        time_zone: 'Europe/Berlin',
        region: state.locale === 'de' ? 'DE' : 'US',
      },
    }),
  ],
  [
    'POST',
    /^\/auth\/(login|register)$/,
    ({ state }) => {
      state.signedIn = true
      return { user: { id: 'u1', email: 'mara@example.org', full_name: 'Mara' } }
    },
  ],
  [
    'POST',
    /^\/auth\/logout/,
    ({ state }) => {
      state.signedIn = false
      return undefined
    },
  ],
  [
    'GET',
    /^\/auth\/sessions$/,
    () =>
      list([
        {
          id: 's1',
          current: true,
          created_at: at,
          last_used_at: at,
          user_agent: 'Mozilla/5.0 (X11; Linux) Firefox/140',
        },
        {
          id: 's2',
          current: false,
          created_at: at,
          last_used_at: at,
          user_agent: 'Mozilla/5.0 (iPhone) Safari/600',
        },
      ]),
  ],
  [
    'GET',
    /^\/ai\/recipients$/,
    () => ({
      items: [
        {
          provider: 'openrouter',
          region: 'global',
          name: 'OpenRouter',
          hosts: [
            { name: 'DeepInfra', country: 'US' },
            { name: 'Amazon Bedrock', country: 'US' },
          ],
          zero_retention: true,
        },
      ],
    }),
  ],
  [
    'GET',
    /^\/consents$/,
    ({ state }) =>
      list([
        ...(state.agreed === false
          ? []
          : ['terms', 'privacy', 'age'].map((purpose) => ({
              id: purpose,
              purpose,
              version: '1',
              granted_at: at,
              withdrawn_at: null,
              provider: null,
              region: null,
            }))),
        ...(state.full
          ? [
              {
                id: 'c2',
                purpose: 'model_processing',
                provider: 'openrouter',
                region: 'global',
                version: '1',
                granted_at: at,
                withdrawn_at: null,
              },
            ]
          : []),
      ]),
  ],
  [
    'GET',
    /^\/mirror\/sessions$/,
    ({ state }) =>
      list(
        state.full
          ? [
              { id: 'p1', started_at: at, closed_at: null, fragments_by_type: {}, messages: 2 },
              {
                id: 'p2',
                started_at: '2026-11-16T07:40:00.000Z',
                closed_at: at,
                fragments_by_type: {},
                messages: 5,
              },
              {
                id: 'p3',
                started_at: '2026-11-12T21:03:00.000Z',
                closed_at: at,
                fragments_by_type: {},
                messages: 1,
              },
            ]
          : [],
      ),
  ],
  [
    'GET',
    /^\/mirror\/sessions\/(.+)$/,
    (_call, [, id]) => ({
      id,
      started_at: at,
      closed_at: id === 'p2' ? at : null,
      messages: 2,
      fragments_by_type: {},
      reflection: null,
      items:
        id === 'p9'
          ? []
          : [
              message('m1', sample, fragments),
              message('m2', second, [
                {
                  id: 'f9',
                  type: 'comparing',
                  start: 0,
                  end: 60,
                  text: second.slice(0, 60),
                  confidence: 0.7,
                },
              ]),
            ],
      ...(id === 'p2'
        ? {
            reflection:
              'Twice you noticed the moment when a day became a verdict. The chestnut tree came back at the end of the page.',
            fragments_by_type: { mind_reading: 1, overgeneralization: 1 },
          }
        : {}),
    }),
  ],
  ['POST', /^\/mirror\/sessions$/, () => ({ id: 'p9', started_at: at })],
  [
    'POST',
    /^\/mirror\/sessions\/.+\/close$/,
    () => ({
      reflection: 'Twice you noticed the moment when a day became a verdict.',
      fragments_by_type: { mind_reading: 1 },
      engine: 'offline-1',
    }),
  ],
  ['POST', /^\/mirror\/messages$/, ({ body }) => posted(body)],
  ['PATCH', /^\/mirror\/messages\/.+$/, ({ body }) => posted(body)],
  [
    'POST',
    /^\/mirror\/fragments\/.+\/reframe$/,
    () => ({ id: 'f1', status: 'ok', crisis: null, reframes, micro_action, engine: 'offline-1' }),
  ],
  [
    'GET',
    /^\/turns$/,
    ({ state }) =>
      list(
        state.full
          ? [
              turnRecord('t1', 'I always ruin the things that matter.'),
              turnRecord('t2', 'If I ask for help, they will see that I do not belong here.'),
            ]
          : [],
      ),
  ],
  [
    'GET',
    /^\/turns\/(.+)$/,
    (_call, [, id]) => turnRecord(id ?? '', 'I always ruin the things that matter.'),
  ],
  [
    'GET',
    /^\/billing\/entitlements$/,
    () => ({
      plan: 'free',
      source: 'none',
      expires_at: null,
      limits: { turns_per_day: 3, mirror_sessions_per_week: 2, spectrum: null },
      usage: {
        turns_per_day: { used: 1, limit: 3, resets_at: at },
        mirror_sessions_per_week: { used: 2, limit: 2, resets_at: at },
      },
    }),
  ],
  ['DELETE', /^\/me$/, () => ({ receipt_id: 'r1', receipt_token: 'secret' })],
  [
    'GET',
    /^\/privacy\/receipts\/.+$/,
    () => ({
      status: 'pending',
      services: [
        { name: 'mirror', status: 'erased', erased: { sessions: 3, messages: 12 }, at },
        { name: 'turn', status: 'pending' },
      ],
    }),
  ],
]

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function streamTurn({ body, state, response }: Call): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const say = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  if (String(body['thought']).includes('want to die')) {
    say('crisis', { id: 't9', crisis })
    say('done', {
      turn: { ...turnRecord('t9', ''), status: 'crisis', reframes: [], micro_action: null, crisis },
    })
    response.end()
    return
  }
  say('meta', { id: 't9', engine: 'offline-1' })
  for (const reframe of reframes) {
    await pause(state.paceMs)
    if (state.cutTurn && reframe.lens === 'kindness') {
      response.end()
      return
    }
    say('reframe', reframe)
  }
  await pause(state.paceMs)
  say('micro_action', micro_action)
  say('done', { turn: turnRecord('t9', String(body['thought'])) })
  response.end()
}

function problem(
  response: ServerResponse,
  status: number,
  code: string,
  extra: Record<string, unknown> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/problem+json' })
  response.end(
    JSON.stringify({
      type: 'about:blank',
      title: code,
      status,
      detail: code,
      code,
      request_id: 'req-1',
      ...extra,
    }),
  )
}

export async function answers(call: Call): Promise<void> {
  const { method, path, state, response } = call
  if (state.fail && method !== 'GET' && state.fail.path.test(path)) {
    problem(response, state.fail.status, state.fail.code, state.fail.extra)
    return
  }
  const open = path.startsWith('/auth/') || path.startsWith('/privacy/')
  if (!state.signedIn && (!open || path === '/auth/refresh')) {
    problem(response, 401, 'request.unauthenticated')
    return
  }
  if (method === 'POST' && path === '/turns') {
    await streamTurn(call)
    return
  }
  for (const [verb, pattern, reply] of routes) {
    const match = verb === method ? path.match(pattern) : null
    if (!match) continue
    const answer = reply(call, match)
    response.writeHead(answer === undefined ? 204 : 200, { 'content-type': 'application/json' })
    response.end(answer === undefined ? '' : JSON.stringify(answer))
    return
  }
  response.writeHead(204)
  response.end()
}
