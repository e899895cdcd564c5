import { forecastOf } from '#engine/trial/forecast/forecast.ts'
import { type Life, live } from '#engine/trial/forecast/life.ts'
import { prepare } from '#engine/trial/forecast/prepare.ts'
import { seeded } from '#engine/trial/forecast/random.ts'
import type { ForecastAnswer, ForecastAsked } from './forecast-messages.ts'

/** So many lives are lived between two words of how far it is. */
const atOnce = 10

addEventListener('message', ({ data }: MessageEvent<ForecastAsked>) => {
  const answer = (said: ForecastAnswer) => postMessage(said)
  try {
    const prepared = prepare(data.definition, data.calendar, data.plan)
    const random = seeded(data.seed)
    const lives: Life[] = []
    while (lives.length < data.lives) {
      lives.push(live(prepared, random))
      if (lives.length % atOnce === 0) answer({ kind: 'progress', done: lives.length })
    }
    answer({ kind: 'done', forecast: forecastOf(data.definition, data.calendar, lives) })
  } catch {
    answer({ kind: 'failed' })
  }
})
