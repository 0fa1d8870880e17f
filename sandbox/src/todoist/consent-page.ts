import { html } from '../kit/html.ts'
import { sandboxMark, type Page } from '../kit/page.ts'
import { countActive, type Account } from './account.ts'
import type { AuthorizeRequest } from './oauth.ts'
import { isScope, scopes } from './scopes.ts'

const loopbackTargets = ['http://localhost:*', 'http://127.0.0.1:*']

export interface Consent {
  readonly asked: AuthorizeRequest
  readonly accounts: readonly Account[]
  readonly returnHost: string
}

/** Who asks for what, on which account, and two buttons. */
export function consentPage({ asked, accounts, returnHost }: Consent): Page {
  const { clientId, scope, state, redirectUri } = asked
  return {
    title: 'Allow access to Todoist?',
    layout: 'chooser',
    formTargets: loopbackTargets,
    body: html`<main id="main" class="card">
      <header>
        ${sandboxMark}
        <h1>Allow access to your Todoist?</h1>
        <p class="quiet"><strong>${returnHost}</strong> would be able to:</p>
      </header>
      <ul class="scopes">
        ${scope.split(',').map((name) => html`<li>${isScope(name) ? scopes[name] : name} <code class="quiet">${name}</code></li>`)}
      </ul>
      <form method="post" action="/todoist/oauth/authorize" class="fields">
        <input type="hidden" name="client_id" value="${clientId}" />
        <input type="hidden" name="scope" value="${scope}" />
        ${state !== undefined && html`<input type="hidden" name="state" value="${state}" />`}
        ${redirectUri !== undefined && html`<input type="hidden" name="redirect_uri" value="${redirectUri}" />`}
        <label>
          <span>Account</span>
          <select name="account">
            ${accounts.map(
              (account) =>
                html`<option value="${account.owner.key}">
                  ${account.owner.name} · ${account.owner.email} · ${countActive(account)} tasks
                </option>`,
            )}
          </select>
        </label>
        <button class="primary" name="decision" value="allow">Allow</button>
        <button class="plain" name="decision" value="cancel">Cancel</button>
      </form>
      <footer class="quiet">
        This plays Todoist on your machine. Nobody here is real, and no password is asked.
      </footer>
    </main>`,
  }
}

export function refusalPage(): Page {
  return {
    title: 'Unknown app',
    layout: 'chooser',
    body: html`<main id="main" class="card">
      <header>
        ${sandboxMark}
        <h1>Todoist does not know this app</h1>
      </header>
      <p>Go back to the app and start again.</p>
      <p class="quiet">
        For its developer: <code>client_id</code> is not the one this sandbox was started with, or
        <code>redirect_uri</code> leads to another machine.
      </p>
    </main>`,
  }
}
