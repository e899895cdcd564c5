import styles from './admin.css?url'

export const adminLinks = () => [{ rel: 'stylesheet', href: styles }]
