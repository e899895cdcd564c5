/** Every bound of a definition, in one place; each has its own message and stands in the administrator's guide. */
export const limits = {
  lanes: 30,
  nodes: 500,
  edges: 1000,
  outcomes: 8,
  forms: 200,
  fieldsPerForm: 60,
  optionsPerField: 60,
  conditionDepth: 12,
  conditionNodes: 200,
  items: 60,
  label: 200,
  sentence: 2000,
  paragraph: 6000,
} as const
