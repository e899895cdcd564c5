export { checkSoundness } from './check.ts'
export { isSound, type SoundnessCode, type SoundnessFinding } from './finding.ts'
