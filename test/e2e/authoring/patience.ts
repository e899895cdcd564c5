import { expect as hasty } from '@playwright/test'

/** The builder is the heaviest page; on a busy machine it may take its time. */
export const expect = hasty.configure({ timeout: 15_000 })
