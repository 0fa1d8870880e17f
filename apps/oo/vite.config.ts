import { contractBindings } from '@triptych/contract-bindings'
import { agreedDocuments } from '@triptych/identity/agreed-documents'
import { defineConfig } from 'vite'
import { offlineFiles } from './build/offline-files.ts'

export default defineConfig({
  base: '/oo/',
  define: { AGREED_DOCUMENTS: JSON.stringify(agreedDocuments) },
  plugins: [contractBindings(), offlineFiles()],
  build: {
    // The policy of our pages takes no inline files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { app: 'index.html', sw: 'src/worker/sw.ts' },
      output: {
        // The server keeps files for ever whose names carry a hexadecimal hash.
        hashCharacters: 'hex',
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
