export type { DecreeStatus, ListedStandard, PublicStatus } from '#db/stores/public-read.ts'
export type { RegisteredDecree, RegisteredEffect, RegisteredErratum } from '#db/stores/public-register.ts'
