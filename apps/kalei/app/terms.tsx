export { Terms as default } from '../src/welcome/document-page.tsx'
