import { contractBindings } from '@triptych/contract-bindings'
import { agreedDocuments } from '@triptych/identity/agreed-documents'
import { defineConfig } from 'vite'

export default defineConfig({
  base: '/console/',
  define: { AGREED_DOCUMENTS: JSON.stringify(agreedDocuments) },
  plugins: [contractBindings({ admin: true })],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The server keeps files for ever whose names carry a hexadecimal hash.
      output: { hashCharacters: 'hex' },
      // Libraries mark what belongs to a browser; here everything does.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
      },
    },
  },
})
