export { VerifyEmail as default } from '../src/auth/mail-links.tsx'
