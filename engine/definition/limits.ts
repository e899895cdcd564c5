/** Every bound of a definition, in one place; each has its own message and stands in the administrator's guide. */
export const limits = {
  lanes: 30,
  nodes: 500,
  edges: 1000,
  outcomes: 8,
  branches: 20,
  forms: 200,
  scenarios: 40,
  actsPerScenario: 200,
  fieldsPerForm: 60,
  optionsPerField: 60,
  conditionDepth: 12,
  conditionNodes: 200,
  conditionDays: 3650,
  /** Test rows of one decision, and what each takes as given. */
  examples: 50,
  givens: 60,
  items: 60,
  /** The largest number a time limit may be written with, whatever its unit. */
  amount: 100_000,
  /** The longest time limit that makes sense, by its unit: ten years, of hours one, of minutes a week. */
  longest: { minute: 10_080, hour: 8_784, workingDay: 2_500, calendarDay: 3_660, week: 520, month: 120 },
  label: 200,
  sentence: 2000,
  paragraph: 6000,
} as const
