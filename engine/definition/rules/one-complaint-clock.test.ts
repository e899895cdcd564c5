import { it } from 'vitest'
import { Duration } from '#engine/definition/duration.ts'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { oneComplaintClock } from './one-complaint-clock.ts'

const limits = (amount: number, unit: 'hour' | 'workingDay', name = 'Pengaduan ringan') => [
  { class: name, duration: Duration.parse({ amount, unit }) },
]
const answering = (...given: Parameters<typeof limits>) =>
  aDefinition({ components: { complaints: { limits: limits(...given) } } })
const context = {
  self: { slug: 'own', version: 2 },
  inForce: [
    { slug: 'coverage', title: 'Liputan', complaintLimits: limits(3, 'hour') },
    { slug: 'own', title: 'Konten', complaintLimits: limits(9, 'hour') },
  ],
}

it('finds a complaint that another standard of the office answers in another time', () => {
  verifyRule(oneComplaintClock, {
    context,
    accepts: {
      'the same time, by another name of the class': answering(3, 'hour', 'ringan'),
      'a class that no other has': answering(60, 'workingDay', 'Pengaduan berkadar pengawasan'),
      'no limits': aDefinition(),
    },
    rejects: {
      'five days here and three hours there': [
        answering(5, 'workingDay'),
        [
          {
            code: 'complaint-clocks-differ',
            path: 'components.complaints.limits.0',
            params: { time: '5 hari kerja', other: '3 jam', standard: 'Liputan' },
          },
        ],
      ],
    },
  })
  verifyRule(oneComplaintClock, { accepts: { 'nothing is known of others': answering(5, 'workingDay') }, rejects: {} })
})
