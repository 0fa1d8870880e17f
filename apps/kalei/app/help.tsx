export { HelpPage as default } from '../src/safety/help-page.tsx'
