export { DeleteAccount as default } from '../../../src/profile/delete-account.tsx'
