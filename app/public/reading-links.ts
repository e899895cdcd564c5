import papers from './papers.css?url'
import pages from './public.css?url'

export const pageLinks = () => [{ rel: 'stylesheet', href: pages }]
export const paperLinks = () => [...pageLinks(), { rel: 'stylesheet', href: papers }]
