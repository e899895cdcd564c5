export { searchWords } from '#engine/definition/search-words.ts'
