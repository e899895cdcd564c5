import styles from './authoring.css?url'

export const authoringLinks = () => [{ rel: 'stylesheet', href: styles }]
