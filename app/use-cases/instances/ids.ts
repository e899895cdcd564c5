const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text from an address or form can be the id of a row; others would be an error of the database. */
export const isUuid = (text: string) => uuid.test(text)
