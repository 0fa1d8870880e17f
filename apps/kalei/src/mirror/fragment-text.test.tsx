import { fireEvent, render, screen } from '@testing-library/react-native'
import { I18nProvider } from '../i18n/i18n.tsx'
import { FragmentText } from './fragment-text.tsx'

const content = 'I forgot two slides and now everyone thinks I am a fraud.'
const words = 'everyone thinks I am a fraud'
const fragment = {
  id: 'f1',
  type: 'mind_reading' as const,
  start: content.indexOf(words),
  end: content.indexOf(words) + words.length,
  text: words,
  confidence: 0.9,
}

test('a fragment is a button in the sentence that says what it leans on and whether it is open', async () => {
  const pressed: string[] = []
  const view = (openId: string | undefined) => (
    <I18nProvider>
      <FragmentText
        content={content}
        fragments={[fragment]}
        openId={openId}
        onToggle={({ id }) => pressed.push(id)}
      />
    </I18nProvider>
  )
  await render(view(undefined))
  const button = screen.getByRole('button', {
    name: /everyone thinks I am a fraud.*knowing what others think/,
    expanded: false,
  })
  await fireEvent.press(button)
  expect(pressed).toEqual(['f1'])
  await screen.rerender(view('f1'))
  expect(screen.getByRole('button', { expanded: true })).toBeTruthy()
})
