import { createHash } from 'node:crypto'
import { type DocumentPurpose, documentVersion, hashedText } from './contract/documents.ts'

const consentTo = (purpose: DocumentPurpose) => ({
  purpose,
  document: {
    version: documentVersion,
    sha256: createHash('sha256').update(hashedText(purpose)).digest('hex'),
  },
})

/**
 * What signing in agrees to, by hash: the app links to the texts and does not carry them. Only these were ever
 * published; whoever changes a text keeps the old one's version and hash here, as installed apps go on showing it.
 */
export const agreedDocuments = [consentTo('terms'), consentTo('privacy')]
