import { brokenData } from './data.ts'
import { brokenPapers } from './papers.ts'
import { brokenPeople } from './people.ts'
import { brokenScenarios } from './scenarios.ts'
import { brokenStructure } from './structure.ts'
import { brokenTime } from './time.ts'

/** Definitions that are each made from a good one by one change. */
export const brokenDefinitions = [
  ...brokenStructure,
  ...brokenData,
  ...brokenPeople,
  ...brokenTime,
  ...brokenPapers,
  ...brokenScenarios,
]
