import type { OpenStage } from './stage.ts'

/** Everybody's, and it does not end. */
export const adviceStage: OpenStage = async (scene) => ({
  userId: (await scene.person()).userId,
  strangerId: (await scene.person()).userId,
  isPersonal: false,
  never: [],
  endings: {},
})
