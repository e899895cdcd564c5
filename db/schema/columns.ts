import { customType, text, timestamp } from 'drizzle-orm/pg-core'

export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const agency = () => text('agency_id').notNull()
