/** Billionths of a US dollar: one token at a dollar a million is a thousand of them. */
export type NanoUsd = number

const perDollar = 1_000_000_000

export const toNano = (usd: number): NanoUsd => Math.ceil(usd * perDollar - 1e-6)
export const toUsd = (nano: NanoUsd): number => nano / perDollar

/** US dollars per million tokens. */
export interface Price {
  readonly input: number
  readonly output: number
}

export const costOf = (price: Price, tokens: { readonly input: number; readonly output: number }): NanoUsd =>
  Math.ceil((tokens.input * price.input + tokens.output * price.output) * 1_000 - 1e-6)

/** As many tokens as a text can become: no tokenizer goes below one byte a token, and odd signs do get there. */
export const tokensAtMost = (text: string): number => Buffer.byteLength(text)

/** What a text becomes as a rule; for answers whose provider reported nothing. */
export const tokensAbout = (text: string): number => Math.ceil(text.length / 4)
