import { setTimeout } from 'node:timers/promises'

export const milliseconds = (count: number): Promise<void> => setTimeout(count)
export const seconds = (count: number): Promise<void> => milliseconds(count * 1000)
