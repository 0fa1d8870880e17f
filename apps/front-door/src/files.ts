/** A file of the front door: the address it is served at, where it lies, and its media type. */
export interface FrontDoorFile {
  readonly path: string
  readonly file: URL
  readonly type: string
}

const own = (name: string): URL => new URL(name, import.meta.url)
const font = (name: string): URL =>
  new URL(
    import.meta.resolve(`@fontsource-variable/hanken-grotesk/files/hanken-grotesk-${name}-wght-normal.woff2`),
  )

/** The page itself; parts between `<!-- sandbox -->` and `<!-- /sandbox -->` are for the sandbox alone. */
export const frontDoorPage: URL = own('index.html')

/** What the page and its sisters load. */
export const frontDoorFiles: readonly FrontDoorFile[] = [
  { path: 'front-door.css', file: own('front-door.css'), type: 'text/css; charset=utf-8' },
  { path: 'front-door.js', file: own('front-door.js'), type: 'text/javascript; charset=utf-8' },
  { path: 'icon.svg', file: own('icon.svg'), type: 'image/svg+xml' },
  { path: 'hanken-grotesk-latin.woff2', file: font('latin'), type: 'font/woff2' },
  { path: 'hanken-grotesk-latin-ext.woff2', file: font('latin-ext'), type: 'font/woff2' },
]
