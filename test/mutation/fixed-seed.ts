import fc from 'fast-check'

/** The same values for every mutant, so that a score can be had again; few of them, for there are thousands of mutants. */
fc.configureGlobal({ seed: 20260901, numRuns: 40 })
