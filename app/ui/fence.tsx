import { Component, type ReactNode } from 'react'

/** Keeps a part of a page that breaks from taking the rest with it. What is said instead may offer to try again. */
export class Fence extends Component<{ said: (again: () => void) => ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? this.props.said(() => this.setState({ broken: false })) : this.props.children
  }
}
