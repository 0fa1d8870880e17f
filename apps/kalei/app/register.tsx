export { Register as default } from '../src/auth/register.tsx'
