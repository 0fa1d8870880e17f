import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { words } from '../format/words.ts'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]
const storageKey = 'console.theme'

const remembered = (): Theme => themes.find((one) => one === localStorage.getItem(storageKey)) ?? 'system'

const ThemeContext = createContext<readonly [Theme, (theme: Theme) => void]>(['system', () => undefined])

export function ThemeProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [theme, setTheme] = useState(remembered)
  useEffect(() => {
    localStorage.setItem(storageKey, theme)
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return <ThemeContext value={[theme, setTheme]}>{children}</ThemeContext>
}

export function ThemeChoice(): ReactNode {
  const [theme, setTheme] = useContext(ThemeContext)
  return (
    <label className="field">
      Theme
      <select
        value={theme}
        onChange={(event) => setTheme(themes.find((one) => one === event.target.value) ?? 'system')}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
