export { SignIn as default } from '../src/auth/sign-in.tsx'
