import { html, type Markup } from '../kit/html.ts'
import { sandboxMark, type Page } from '../kit/page.ts'
import type { Account } from './account.ts'
import { dayOf } from './due.ts'
import { isUncompletable, type Item, type Project } from './model.ts'
import type { TodoistParts } from './parts.ts'
import type { Delivery } from './webhooks.ts'

const shownDeliveries = 20
/** Of each list; an account for load has more than a page can show. */
const shownTasks = 15

/** One account: its tasks with what can be done to them, the tokens that live on it, the deliveries. */
export function accountPage(account: Account, parts: TodoistParts): Page {
  const { owner } = account
  return {
    title: `Todoist of ${owner.name}`,
    layout: 'board',
    body: html`<main id="main">
      <header>
        ${sandboxMark}
        <h1>Todoist of ${owner.name}</h1>
        <p class="quiet">${owner.email} · ${owner.timeZone} · today is ${account.today.toString()}</p>
        <nav class="links" aria-label="Accounts">
          ${parts.accounts.list().map((other) => html`<a href="/todoist?account=${other.owner.email}" ${other === account && html`aria-current="page"`}>${other.owner.name}</a>`)}
        </nav>
      </header>
      <div class="panels">
        ${access(account, parts)} ${deliveries(parts)} ${settings(parts)}
        ${account.list('projects').map((project) => projectPanel(account, project))}
      </div>
    </main>`,
  }
}

function access({ owner }: Account, { grants }: TodoistParts): Markup {
  const alive = grants.alive(owner.email)
  return html`<section class="panel" aria-labelledby="access-title">
    <h2 id="access-title">Access</h2>
    <dl class="facts" data-live="access">
      <div>
        <dt>Access</dt>
        <dd>${alive.access} alive</dd>
      </div>
      <div>
        <dt>Refresh</dt>
        <dd>${alive.refresh} alive</dd>
      </div>
      <div>
        <dt>Scopes</dt>
        <dd>${alive.scopes.join(' · ') || 'none'}</dd>
      </div>
    </dl>
    <form method="post" action="/todoist/accounts/${owner.userId}/disconnect">
      <button class="plain">Remove the app's access</button>
    </form>
  </section>`
}

function deliveries({ webhooks }: TodoistParts): Markup {
  const recent = webhooks.list().slice(-shownDeliveries).toReversed()
  return html`<section class="panel" aria-labelledby="deliveries-title">
    <h2 id="deliveries-title">Webhooks</h2>
    <p class="quiet">${webhooks.url === undefined ? 'Sent nowhere.' : `To ${webhooks.url}`}</p>
    <div class="armed deliveries" data-live="deliveries">
      ${
        recent.length === 0
          ? html`<p class="calm">Nothing sent yet. Change a task of an account that is connected.</p>`
          : html`<ul>
              ${recent.map(deliveryLine)}
            </ul>`
      }
    </div>
  </section>`
}

function deliveryLine({ event, account, state, status, attempts, at }: Delivery): Markup {
  return html`<li>
    <code>${event}</code>
    <span class="quiet">
      ${account} · ${at.slice(11, 19)} ·
      ${state.replace('_', ' ')}${status !== null && ` ${status}`}${attempts > 1 && `, ${attempts} attempts`}
    </span>
  </li>`
}

function settings({ app, clock }: TodoistParts): Markup {
  const other = app.mode === 'rotating' ? 'legacy' : 'rotating'
  return html`<section class="panel" aria-labelledby="settings-title">
    <h2 id="settings-title">App and clock</h2>
    <p>
      ${
        app.mode === 'rotating'
          ? 'Tokens live an hour and rotate, as for an app of today.'
          : 'Tokens live ten years and are never refreshed, as for an older app.'
      }
    </p>
    <form method="post" action="/todoist/app">
      <button class="plain" name="mode" value="${other}">Switch to ${other}</button>
    </form>
    <p class="quiet">It is ${clock.now().toISOString().slice(0, 19).replace('T', ' ')} UTC here.</p>
    <form method="post" action="/todoist/test/clock" class="links">
      <button class="plain" name="advance_seconds" value="900">Fifteen minutes on</button>
      <button class="plain" name="advance_seconds" value="3600">An hour on</button>
      <button class="plain" name="advance_seconds" value="86400">A day on</button>
    </form>
  </section>`
}

function projectPanel(account: Account, project: Project): Markup {
  const items = account.list('items').filter(({ project_id: id }) => id === project.id)
  const sections = account.list('sections').filter(({ project_id: id }) => id === project.id)
  const inSection = (id: string | null): Item[] =>
    items.filter((item) => item.section_id === id && item.parent_id === null)
  return html`<section class="panel tasks" aria-labelledby="project-${project.id}">
    <h2 id="project-${project.id}">${project.name}</h2>
    <div data-live="project-${project.id}">
      ${items.length === 0 && html`<p class="calm">No tasks.</p>`}
      ${taskList(account, inSection(null), items)}
      ${sections.map(
        ({ id, name }) =>
          html`<h3>${name}</h3>
            ${taskList(account, inSection(id), items)}`,
      )}
    </div>
    <form method="post" action="/todoist/accounts/${account.owner.userId}/tasks" class="fields">
      <input type="hidden" name="project_id" value="${project.id}" />
      <label><span>New task</span><input name="content" required maxlength="500" autocomplete="off" /></label>
      <label>
        <span>Due <em class="quiet">(today, every friday at 18:00 …)</em></span>
        <input name="due_string" autocomplete="off" />
      </label>
      <button class="plain">Add</button>
    </form>
  </section>`
}

function taskList(account: Account, items: readonly Item[], all: readonly Item[]): Markup | false {
  if (items.length === 0) return false
  return html`<ul>
    ${items.slice(0, shownTasks).map(
      (item) =>
        html`<li>
          ${task(account, item)}
          ${taskList(
            account,
            all.filter(({ parent_id: parent }) => parent === item.id),
            all,
          )}
        </li>`,
    )}
    ${items.length > shownTasks && html`<li class="calm">and ${items.length - shownTasks} more</li>`}
  </ul>`
}

function task(account: Account, item: Item): Markup {
  const action = `/todoist/accounts/${account.owner.userId}/tasks/${item.id}`
  return html`<details class="${item.checked ? 'task done' : 'task'}">
    <summary>
      <span>${item.checked && '✓ '}${item.content}</span>
      <span class="quiet">${note(account, item)}</span>
    </summary>
    <div class="links">
      ${
        item.checked
          ? act(action, 'reopen', 'Reopen')
          : [!isUncompletable(item) && act(action, 'close', 'Complete'), act(action, 'postpone', 'Postpone')]
      }
      ${act(action, 'delete', 'Delete')}
    </div>
    <form method="post" action="${action}/move" class="fields">
      <label>
        <span>Move to</span>
        <select name="project_id">
          ${account.list('projects').map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
        </select>
      </label>
      <button class="plain">Move</button>
    </form>
  </details>`
}

function act(action: string, name: string, label: string): Markup {
  return html`<form method="post" action="${action}/${name}"><button class="plain">${label}</button></form>`
}

function note({ owner, today }: Account, { due, priority, deadline, labels }: Item): string {
  const day = due === null ? undefined : dayOf(due, owner.timeZone)
  const overdue = day !== undefined && Temporal.PlainDate.compare(day, today) < 0
  const parts = [
    priority > 1 && `p${5 - priority}`,
    due !== null && `${overdue ? 'overdue ' : ''}${due.is_recurring ? `${due.string}, ` : ''}${due.date}`,
    deadline !== null && `deadline ${deadline.date}`,
    ...labels.map((label) => `@${label}`),
  ]
  return parts.filter((part) => part !== false).join(' · ')
}
