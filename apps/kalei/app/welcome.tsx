export { Welcome as default } from '../src/welcome/welcome.tsx'
