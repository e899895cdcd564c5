/** Milliseconds since 1970-01-01T00:00Z. A date printed on a paper is a civil date and never shares this type. */
export type Instant = number

/** `YYYY-MM-DD` in the agency's time zone. */
export type CivilDate = string
