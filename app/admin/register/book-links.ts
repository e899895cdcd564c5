import { adminLinks } from '../admin-links.ts'
import styles from './book.css?url'

export const bookLinks = () => [...adminLinks(), { rel: 'stylesheet', href: styles }]
