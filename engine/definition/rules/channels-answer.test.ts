import { it } from 'vitest'
import { aDefinition } from '#test/builders/definition.ts'
import { verifyRule } from '#test/builders/verify-rule.ts'
import { channelsAnswer } from './channels-answer.ts'

const by = (...channels: object[]) => aDefinition({ components: { complaints: { channels } } })
const path = 'components.complaints.channels.0'
const contacts = [
  { id: 'office', value: '(0281) 8902091' },
  { id: 'desk', value: '08123456789', who: 'Petugas Aduan' },
  { id: 'person', value: '0812 3456 789', who: 'Riyang Widya' },
]

it('finds ways to complain that reach nobody, or one person only', () => {
  verifyRule(channelsAnswer, {
    context: { contacts },
    accepts: {
      'a meeting and a box': by({ kind: 'inPerson' }, { kind: 'box', text: 'Kotak Saran' }),
      'a number of the office': by({ kind: 'phone', value: '(0281) 8902091' }),
      'contacts that an office answers': by({ kind: 'phone', contact: 'office' }, { kind: 'whatsapp', contact: 'desk' }),
      'a letter': by({ kind: 'letter', value: 'Jl. Negara No. 300 Sei Rampah' }),
    },
    rejects: {
      'a dash for a number': [by({ kind: 'phone', value: '-/-' }), [{ code: 'channel-empty', path }]],
      'a heading with nothing behind it': [by({ kind: 'phone', text: 'Telp/Fax : -/-' }), [{ code: 'channel-empty', path }]],
      'nothing at all': [by({ kind: 'email' }), [{ code: 'channel-empty', path }]],
      'the mobile number of a person': [
        by({ kind: 'whatsapp', value: '0817-465-999 (Riyang)' }),
        [{ code: 'channel-personal', path, params: { n: 1 } }],
      ],
      'a mobile number that nobody is named for': [
        by({ kind: 'whatsapp', value: 'WA 0817 465 999' }),
        [{ code: 'channel-mobile', path }],
      ],
      'a contact that is one person': [by({ kind: 'whatsapp', contact: 'person' }), [{ code: 'channel-personal', path }]],
      'a contact that is gone': [by({ kind: 'phone', contact: 'gone' }), [{ code: 'channel-unknown-contact', path }]],
    },
  })
  verifyRule(channelsAnswer, { accepts: { 'contacts that are not known': by({ kind: 'phone', contact: 'gone' }) }, rejects: {} })
})
