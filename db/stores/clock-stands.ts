/** While the applicant owes something the promise over the whole does not run on: its moment will move. */
export const clockStands = (instance: string) => `coalesce(jsonb_typeof(${instance}.state->'paused'->'since') = 'number', false)`

/** What binds a task is that promise, and its clock stands. */
export const promiseStands = (task: string, instance: string) =>
  `coalesce(${clockStands(instance)} and ${task}.due_at = ${instance}.due_at, false)`
