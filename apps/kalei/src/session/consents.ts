import { type DocumentPurpose, documentVersion, hashedText } from '@triptych/identity/contract'
import { CryptoDigestAlgorithm, digestStringAsync } from 'expo-crypto'
import type { Api } from '../api/client.ts'
import type { ConsentInput, Recipient } from '../api/wire.ts'
import { newClientId } from '../device/new-id.ts'
import type { DeviceStorage } from '../device/storage.ts'

/** A provider and where it works: what a consent to model processing names. */
export type Allowed = Pick<Recipient, 'provider' | 'region'>

export interface Choices {
  adult: boolean
  terms: boolean
  /** Who may process what the person writes, of those they were shown. */
  models: readonly Allowed[]
}

export const noChoices: Choices = { adult: false, terms: false, models: [] }

export const modelPurpose = 'model_processing'

export const modelConsent = ({ provider, region }: Allowed): ConsentInput => ({
  purpose: modelPurpose,
  provider,
  region,
})

interface Named {
  readonly provider: string | null
  readonly region: string | null
}

/** The same provider elsewhere is somebody else. */
export const isSame = (one: Named, other: Named): boolean =>
  one.provider === other.provider && one.region === other.region

/** Names the text by what it says, so that a later change of it can never pass for the same. */
async function documentConsent(purpose: DocumentPurpose): Promise<ConsentInput> {
  const sha256 = await digestStringAsync(CryptoDigestAlgorithm.SHA256, hashedText(purpose))
  return { purpose, document: { version: documentVersion, sha256 } }
}

/** What a person agreed to, as records for the server. */
export async function consentsOf(choices: Choices): Promise<ConsentInput[]> {
  return [
    ...(choices.adult ? [{ purpose: 'age' }] : []),
    ...(choices.terms ? [await documentConsent('terms'), await documentConsent('privacy')] : []),
    ...choices.models.map(modelConsent),
  ]
}

const pendingKey = 'consents.pending'

/** Keeps the choices made before there is an account; they are recorded at the first sign-in. */
export async function keepConsents(storage: DeviceStorage, choices: Choices): Promise<void> {
  await storage.write(pendingKey, choices)
}

/** Records the kept choices once; what fails is asked for again by the app. */
export async function flushConsents(api: Api, storage: DeviceStorage): Promise<void> {
  const pending = await storage.read<Choices>(pendingKey)
  if (pending === undefined) return
  await storage.remove(pendingKey)
  try {
    await giveConsents(api, pending)
  } catch {
    await storage.write(pendingKey, pending)
  }
}

/** The server answers a consent that is already in force with the same one, so repeating is harmless. */
export async function giveConsents(api: Api, choices: Choices): Promise<void> {
  for (const consent of await consentsOf(choices)) {
    await api.identity.giveConsent(consent, { idempotencyKey: newClientId() })
  }
}
