import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SessionProvider } from './account/session.tsx'
import { App } from './app.tsx'
import { language } from './i18n/i18n.ts'
import './oo.css'

document.documentElement.lang = language
const root = document.querySelector('#root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <SessionProvider>
        <App />
      </SessionProvider>
    </StrictMode>,
  )

if ('serviceWorker' in navigator)
  navigator.serviceWorker.register('/oo/sw.js', { scope: '/oo/' }).catch(() => undefined)
