export { You as default } from '../../../src/profile/you.tsx'
