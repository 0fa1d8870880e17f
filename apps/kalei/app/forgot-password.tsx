export { ForgotPassword as default } from '../src/auth/mail-links.tsx'
