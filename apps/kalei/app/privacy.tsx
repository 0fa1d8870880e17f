export { PrivacyPolicy as default } from '../src/welcome/document-page.tsx'
