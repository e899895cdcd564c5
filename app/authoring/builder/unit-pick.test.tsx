import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider } from '#app/i18n/react.tsx'
import { applyEdits, CalendarUnit, type Definition } from '#engine'
import { aDefinition, aLane, anApplicantLane } from '#test/builders/definition.ts'
import { anAgencyProfile } from '#test/builders/papers.ts'
import { BuilderProvider } from './context.tsx'
import { LanePanel } from './lane-panel.tsx'
import { StandardPanel } from './standard-panel.tsx'
import { createBuilder } from './store.ts'

const desk = CalendarUnit.parse({ id: 'desk', name: 'Loket Sabtu', worksOn: [] })

const layout = anAgencyProfile().papers

function drawn(definition: Definition, units: readonly CalendarUnit[], panel: 'lane' | 'standard') {
  const store = createBuilder(definition, { number: 1, revision: 1 }, () => 0)
  const lane = definition.flow.lanes[1]
  if (!lane) throw new Error('the definition has a lane of officials')
  return renderToStaticMarkup(
    <LocaleProvider locale="id">
      <BuilderProvider
        value={{
          store,
          home: { agency: 'kecamatan', slug: 'izin' },
          positions: [],
          calendar: null,
          units,
          standards: [],
          findings: [],
          layout,
          readOnly: false,
          me: { id: 'asha', name: 'Asha' },
        }}
      >
        {panel === 'lane' ? <LanePanel lane={lane} /> : <StandardPanel />}
      </BuilderProvider>
    </LocaleProvider>,
  )
}

const counted = (calendarUnit?: string) =>
  aDefinition({ lanes: [anApplicantLane(), aLane('officer', ['officer'], calendarUnit ? { calendarUnit } : {})] })

it('offers the units of the calendar for a lane and for the standard', () => {
  const lane = drawn(counted(), [desk], 'lane')
  expect(lane).toContain('Dihitung menurut jam kerja')
  expect(lane).toContain('<option value="" selected="">Seperti standarnya</option><option value="desk">Loket Sabtu</option>')
  expect(drawn(counted('desk'), [desk], 'lane')).toContain('<option value="desk" selected="">Loket Sabtu</option>')
  expect(drawn(counted(), [desk], 'standard')).toContain('<option value="" selected="">Perangkat daerah</option>')
})

it('says of a unit that is gone that it is, and offers nothing where there are no units', () => {
  expect(drawn(counted('old'), [], 'lane')).toContain('<option value="old" selected="">old (sudah tidak ada)</option>')
  expect(drawn(counted(), [], 'lane')).not.toContain('Dihitung menurut jam kerja')
})

it('takes the choice back to what counts without one', () => {
  const lane = counted('desk').flow.lanes[1]
  if (!lane) throw new Error('the definition has a lane of officials')
  const edited = applyEdits(counted('desk'), [{ type: 'UpdateLane', lane: lane.id, patch: { calendarUnit: undefined } }])
  expect(edited.ok && edited.definition.flow.lanes[1]?.calendarUnit).toBeUndefined()
})
