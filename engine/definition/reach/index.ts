export { type Exploration, type ExploreOptions, explore } from './explore.ts'
export { type Marking, markingKey, type Place, stuckOpenings } from './marking.ts'
