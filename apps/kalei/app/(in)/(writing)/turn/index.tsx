export { TurnHome as default } from '../../../../src/turn/turn-home.tsx'
