/** The forms of a conversation, by the name that each is sent with. */
export const commentForms = ['thread', 'reply', 'edit', 'delete', 'resolve', 'reopen'] as const
export type CommentForm = (typeof commentForms)[number]
export const isCommentForm = (form: unknown): form is CommentForm => commentForms.some((one) => one === form)

/** Sends one form without leaving the page; answers what is wrong with it, or null. */
export type Send = (form: CommentForm, values: Readonly<Record<string, string>>) => Promise<string | null>
