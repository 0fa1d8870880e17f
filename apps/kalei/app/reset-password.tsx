export { ResetPassword as default } from '../src/auth/mail-links.tsx'
