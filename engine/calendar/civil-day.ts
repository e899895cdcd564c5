import { z } from 'zod'

/** A day as people write it in a form. The year 0, which the pattern of dates lets through, is none that a database keeps. */
export const CivilDay = z.iso.date().refine((day) => day >= '0001', 'bad-date')
