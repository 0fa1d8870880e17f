import { html, type Markup } from '../kit/html.ts'
import { sandboxMark, type Page } from '../kit/page.ts'
import type { Person } from './people.ts'

const loopbackTargets = ['http://localhost:*', 'http://127.0.0.1:*']

export interface Choice {
  readonly uid: string
  readonly people: readonly Person[]
  readonly returnHost: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
}

/** "Choose an account", with the people of the sandbox and room for anyone else. */
export function chooserPage(choice: Choice): Page {
  return {
    title: 'Choose an account',
    layout: 'chooser',
    formTargets: loopbackTargets,
    body: html`<main id="main" class="card">
      <header>
        ${sandboxMark}
        <h1>Choose an account</h1>
        <p class="quiet">to continue to <strong>${choice.returnHost}</strong></p>
      </header>
      <form method="post" action="/google/choose/${choice.uid}" class="people">
        ${choice.people.map(personButton)}
      </form>
      ${someoneElse(choice)}
      <form method="post" action="/google/choose/${choice.uid}" class="decline">
        <button name="deny" value="yes" class="plain">Cancel and go back</button>
      </form>
      <footer class="quiet">
        This plays Google's sign-in on your machine. Nobody here is real, and no password is asked.
      </footer>
    </main>`,
  }
}

function someoneElse(choice: Choice): Markup {
  return html`<details class="someone" ${choice.problem === undefined ? html`` : html`open`}>
    <summary>Someone else</summary>
    <form method="post" action="/google/choose/${choice.uid}" class="fields">
      ${choice.problem !== undefined && html`<p class="problem" role="alert">${choice.problem}</p>`}
      <label>
        <span>E-mail</span>
        <input name="other_email" type="email" required autocomplete="off" value="${choice.hint ?? ''}" />
      </label>
      <label>
        <span>Name <em class="quiet">(optional)</em></span>
        <input name="other_name" autocomplete="off" maxlength="120" />
      </label>
      <label class="tick">
        <input type="checkbox" name="unverified" value="yes" />
        <span>The provider has not verified this e-mail</span>
      </label>
      <button class="primary">Continue</button>
    </form>
  </details>`
}

function personButton(person: Person): Markup {
  return html`<button name="email" value="${person.email}" class="person">
    <img src="/google/pictures/${person.sub}.svg" alt="" width="40" height="40" />
    <span class="who">
      <span class="name">
        ${person.name} ${person.hd !== undefined && html`<span class="tag">Workspace</span>`}
        ${!person.email_verified && html`<span class="tag warn">Not verified</span>`}
      </span>
      <span class="quiet">${person.email}</span>
    </span>
  </button>`
}

export function failurePage(error: string, description: string | undefined): Page {
  return {
    title: 'Sign-in request refused',
    layout: 'chooser',
    body: html`<main id="main" class="card">
      <header>
        ${sandboxMark}
        <h1>This sign-in request can't go on</h1>
      </header>
      <p>${description ?? 'The request is not one that this provider can answer.'}</p>
      <p class="quiet">Go back to the app and start again. For its developer: <code>${error}</code></p>
    </main>`,
  }
}
