// Keeps the parts marked data-live up to date while nobody is typing in them.
const every = 3000

async function refresh() {
  if (document.hidden) return
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!response.ok) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`)
    if (next === null || part.contains(document.activeElement)) continue
    if (next.innerHTML !== part.innerHTML) part.innerHTML = next.innerHTML
  }
}

// A mail is as tall as its content; without this file it scrolls in its own frame.
function fit(frame) {
  const body = frame.contentDocument?.documentElement
  if (body) frame.height = String(Math.max(320, body.scrollHeight + 8))
}

for (const frame of document.querySelectorAll('iframe.mail-html')) {
  frame.addEventListener('load', () => fit(frame))
  fit(frame)
}
if (document.querySelector('[data-live]') !== null) setInterval(() => void refresh().catch(() => {}), every)
