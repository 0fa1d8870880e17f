const interrupt = '\u0003'
const endOfInput = '\u0004'

/** Calls back for each key, and with `q` for Ctrl-C, Ctrl-D, the end of the input, and signals. */
export function listenToKeys(input: NodeJS.ReadStream, onKey: (key: string) => void): () => void {
  const onData = (text: string): void => {
    for (const key of text) onKey(key === interrupt || key === endOfInput ? 'q' : key.toLowerCase())
  }
  const onQuit = (): void => onKey('q')
  if (input.isTTY) input.setRawMode(true)
  input.setEncoding('utf8').on('data', onData).on('end', onQuit)
  process.on('SIGINT', onQuit).on('SIGTERM', onQuit)
  return () => {
    if (input.isTTY) input.setRawMode(false)
    input.off('data', onData).off('end', onQuit).destroy()
    process.off('SIGINT', onQuit).off('SIGTERM', onQuit)
  }
}
