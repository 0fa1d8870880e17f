export { ReceiptPage as default } from '../../src/profile/receipt.tsx'
