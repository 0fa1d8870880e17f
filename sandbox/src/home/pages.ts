import type { FaultView } from '../kit/faults.ts'
import { html, type Markup } from '../kit/html.ts'
import { sandboxMark, type Page } from '../kit/page.ts'
import type { Provider, SandboxContext } from '../kit/provider.ts'

export interface Panel {
  readonly name: string
  readonly title: string
  readonly summary: string
  readonly provider: Provider
}

/** Every provider with its state, what is set to go wrong, and a switch to set more. */
export function boardPage({ url, dataDir }: SandboxContext, panels: readonly Panel[]): Page {
  return {
    title: 'Providers',
    layout: 'board',
    body: html`<main id="main">
      <header>
        ${sandboxMark}
        <h1>The outside world, played here</h1>
        <p class="quiet">
          ${url} stands in for the providers below. Nothing leaves this machine.
          ${
            dataDir === undefined
              ? 'Nothing is kept after it stops.'
              : 'What Stripe and Todoist know is kept after it stops, all else is forgotten.'
          }
        </p>
      </header>
      <div class="panels">${panels.map(panelCard)}</div>
    </main>`,
  }
}

function panelCard({ name, title, summary, provider }: Panel): Markup {
  return html`<section class="panel" id="${name}" aria-labelledby="${name}-title">
    <h2 id="${name}-title">${title}</h2>
    <p>${summary}</p>
    <dl class="facts" data-live="${name}-facts">
      ${provider.facts().map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="links">${provider.links.map(({ label, href }) => html`<a href="${href}">${label}</a>`)}</p>
    <div class="armed" data-live="${name}-faults">${armedFaults(name, provider.faults.list())}</div>
    ${faultForm(name, provider)}
    <form method="post" action="/${name}/reset">
      <button class="plain">Reset ${title}</button>
    </form>
  </section>`
}

function armedFaults(name: string, faults: readonly FaultView[]): Markup {
  if (faults.length === 0) return html`<p class="calm">Everything works.</p>`
  return html`<ul>
    ${faults.map(
      ({ id, kind, remaining }) =>
        html`<li>
          <code>${kind}</code>
          <span class="quiet">${remaining === 'always' ? 'until cleared' : `${remaining} more`}</span>
          <form method="post" action="/${name}/faults/${id}/clear"><button class="plain">Clear</button></form>
        </li>`,
    )}
  </ul>`
}

function faultForm(name: string, { faults }: Provider): Markup {
  return html`<details>
    <summary>Make something go wrong</summary>
    <form method="post" action="/${name}/faults" class="fields">
      <label>
        <span>What</span>
        <select name="kind" required aria-describedby="${name}-kinds">
          ${Object.keys(faults.kinds).map((kind) => html`<option>${kind}</option>`)}
        </select>
      </label>
      <label>
        <span>How often</span>
        <select name="times">
          <option value="1">Once</option>
          <option value="3">Three times</option>
          <option value="10">Ten times</option>
          <option value="always">Until cleared</option>
        </select>
      </label>
      <div class="options">
        ${faults.optionNames.map(
          (option) =>
            html`<label>
              <span><code>${option}</code></span>
              <input name="${option}" autocomplete="off" />
            </label>`,
        )}
      </div>
      <button class="primary">Set</button>
    </form>
    <dl class="kinds" id="${name}-kinds">
      ${Object.entries(faults.kinds).map(
        ([kind, text]) =>
          html`<dt><code>${kind}</code></dt>
            <dd>${text}</dd>`,
      )}
    </dl>
  </details>`
}
