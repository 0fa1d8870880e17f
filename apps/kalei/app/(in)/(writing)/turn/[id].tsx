export { TurnPage as default } from '../../../../src/turn/turn-page.tsx'
