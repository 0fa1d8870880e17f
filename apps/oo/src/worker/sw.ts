/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope
/** Filled in by the build: every file of the app, and a version over all of them. */
declare const OFFLINE_FILES: { readonly version: string; readonly files: readonly string[] }

const { version, files } = OFFLINE_FILES
const prefix = 'oo-files-'
const cacheName = `${prefix}${version}`
const page = '/oo/index.html'
const api = '/api/'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))),
  )
  void self.skipWaiting()
})

self.addEventListener('activate', (event) => event.waitUntil(takeOver()))

async function takeOver(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** The app's own files and nothing else: answers of the API are a person's and are never kept here. */
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith(api)) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (files.includes(pathname)) event.respondWith(fromCache(pathname, request))
})

/** The newest page when there is a connection, the kept one when there is none. */
async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(page)) ?? Response.error()
  }
}

const fromCache = async (pathname: string, request: Request): Promise<Response> =>
  (await caches.match(pathname)) ?? fetch(request)

interface PushMessage {
  readonly title: string
  readonly body: string
  readonly url: string
  readonly tag: string
}

self.addEventListener('push', (event) => {
  const message = event.data?.json() as PushMessage | undefined
  if (message === undefined) return
  const { title, body, url, tag } = message
  const shown = { body, tag, icon: '/oo/icon-192.png', badge: '/oo/icon-192.png', data: { url } }
  event.waitUntil(self.registration.showNotification(title, shown))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data as { url: string }
  event.waitUntil(openApp(url))
})

/** Brings back the app where it is open. */
async function openApp(url: string): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window' })
  const open = windows.find((one) => new URL(one.url).pathname.startsWith('/oo/'))
  if (open === undefined) await self.clients.openWindow(url)
  else {
    await open.navigate(url).catch(() => null)
    await open.focus()
  }
}
