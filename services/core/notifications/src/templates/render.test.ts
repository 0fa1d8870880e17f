import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateNames, templateOf } from '../contract/templates.ts'
import { exampleOf } from './examples.ts'
import { loadTemplates } from './library.ts'
import { renderMail } from './render.ts'

const library = loadTemplates()
const { layout } = library
const all = templateNames.flatMap((name) =>
  ['en', 'de'].map((locale): [typeof name, string] => [name, locale]),
)

describe('templates', () => {
  it.each(all)('%s is complete in %s', (name, locale) => {
    const template = library.find(name, locale)
    expect(template.locale).toBe(locale)
    const { link } = exampleOf(name, 'https://triptych.example')
    const mail = renderMail({ template, layout }, exampleOf(name, 'https://triptych.example'))
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/\{\{|undefined|!(?!doctype|important)/)
    expect(template.button === undefined).toBe(!templateOf(name).needs.includes('link'))
    if (link !== undefined) {
      expect(mail.text).toContain(link)
      expect(mail.html.split(link).length - 1).toBeGreaterThanOrEqual(2)
    }
  })

  it('loads nothing from elsewhere', () => {
    const mail = renderMail(
      { template: library.find('verify_email', 'en'), layout },
      { link: 'https://a.example/' },
    )
    expect(mail.html).not.toMatch(/<(img|script|link|iframe)|@import|url\(/i)
  })

  it('falls back to the base language, then to English', () => {
    expect(library.find('verify_email', 'de-CH').locale).toBe('de')
    expect(library.find('verify_email', 'pt-BR').locale).toBe('en')
  })

  it('greets without a name when there is none', () => {
    const mail = renderMail(
      { template: library.find('verify_email', 'de'), layout },
      { link: 'https://a.example/' },
    )
    expect(mail.text).toMatch(/^Hallo,\n/)
  })

  it('lets no value become markup or a header', () => {
    const template = library.find('organization_invitation', 'en')
    const link = 'https://a.example/'
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (organization) => {
        const mail = renderMail({ template, layout }, { link, organization })
        expect(mail.subject).not.toMatch(/[\r\n]/)
      }),
    )
    const mail = renderMail(
      { template, layout },
      { link, organization: '<b>x</b>\r\nBcc: a@b.c', inviter: '{{link}}' },
    )
    expect(mail.html).not.toContain('<b>x</b>')
    expect(mail.html).toContain('&lt;b&gt;x')
    expect(mail.subject).toBe('Join <b>x</b> Bcc: a@b.c')
    expect(mail.text).toContain('{{link}} invites you')
  })
})
