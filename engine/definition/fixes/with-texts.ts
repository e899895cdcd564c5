/** The thing with each text in it changed, in lists too; the same where none is. Ids stay as they are. */
export function withTexts<T>(thing: T, change: (text: string) => string): T {
  return mapped(thing, change) as T
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapped(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapped(item, change)]))
}
