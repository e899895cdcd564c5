import type { Calendar } from '#engine/calendar/schema.ts'
import type { Definition } from '#engine/definition/schema.ts'
import type { Forecast } from '#engine/trial/forecast/forecast.ts'
import type { LifePlan } from '#engine/trial/forecast/plan.ts'

export type ForecastAsked = { definition: Definition; calendar: Calendar; plan: LifePlan; lives: number; seed: number }
export type ForecastAnswer = { kind: 'progress'; done: number } | { kind: 'done'; forecast: Forecast } | { kind: 'failed' }
