import { fireEvent, render, screen } from '@testing-library/react-native'
import type { Recipient } from '../api/wire.ts'
import { I18nProvider } from '../i18n/i18n.tsx'
import { ModelChoice } from './model-choice.tsx'

const routed: Recipient = {
  provider: 'openrouter',
  region: 'eu',
  name: 'OpenRouter',
  hosts: [
    { name: 'Nebius', country: 'NL' },
    { name: 'Scaleway', country: 'FR' },
  ],
  zero_retention: true,
}
const direct: Recipient = {
  provider: 'berlin_models',
  region: 'global',
  name: 'Berlin Models',
  hosts: [],
  zero_retention: false,
}

async function show(recipients: readonly Recipient[]): Promise<boolean[]> {
  const chosen: boolean[] = []
  await render(
    <I18nProvider>
      <ModelChoice recipients={recipients} on={false} onChange={(on) => chosen.push(on)} />
    </I18nProvider>,
  )
  return chosen
}

test('everybody who would receive a text is named, with the place and what is kept', async () => {
  const chosen = await show([routed, direct])
  const text = screen.getByText(/OpenRouter/)
  expect(text).toHaveTextContent(/Nebius \(Netherlands\), Scaleway \(France\).*European Union.*keep nothing/)
  expect(text).toHaveTextContent(
    /Berlin Models.*anywhere in the world.*How long it is kept there is up to them/,
  )
  await fireEvent.press(screen.getByRole('radio', { name: /A language model/ }))
  expect(chosen).toEqual([true])
})

test('where nobody could answer there is nothing to choose, and nothing leaves', async () => {
  await show([])
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText(/No other company receives what you write/)).toBeTruthy()
})
