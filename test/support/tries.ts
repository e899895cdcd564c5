const share = Number(process.env.PROPERTY_RUNS_SHARE ?? 1)

/** How often a property is tried: as often as written, times the share that is asked for; never fewer than ten times. */
export const tries = (usual: number): number => Math.max(10, Math.round(usual * share))
