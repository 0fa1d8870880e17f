import { fireEvent, render, screen } from '@testing-library/react-native'
import { Linking } from 'react-native'
import { I18nProvider } from '../i18n/i18n.tsx'
import { HelpLines } from './help-lines.tsx'

const line = {
  name: 'A line',
  phone: '0800 111 0 111',
  text: 'HOME to 741741',
  url: 'https://example.org',
  hours: '24/7',
  languages: ['de'],
}

test('the number stands first, and pressing calls or texts it', async () => {
  const opened: string[] = []
  jest.spyOn(Linking, 'openURL').mockImplementation(async (url) => void opened.push(url))
  await render(
    <I18nProvider>
      <HelpLines lines={[line]} />
    </I18nProvider>,
  )
  const texts = screen.getAllByText(/./).map((each) => each.props['children'] as unknown)
  expect(texts[0]).toBe('0800 111 0 111')
  await fireEvent.press(screen.getByRole('link', { name: 'Call 0800 111 0 111' }), {
    preventDefault: () => undefined,
  })
  await fireEvent.press(screen.getByRole('link', { name: 'Text HOME to 741741' }), {
    preventDefault: () => undefined,
  })
  expect(opened).toEqual(['tel:08001110111', 'sms:741741'])
})
