import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type Tab = { id: string; label: ReactNode; panel: ReactNode }
export type TabsProps = { label: string; tabs: readonly Tab[]; value?: string; onValueChange?: (id: string) => void }

/** Panels of one page, one seen at a time; needs scripts. For pages side by side see `NavTabs`. */
export function Tabs({ label, tabs, value, onValueChange }: TabsProps) {
  return (
    <Radix.Root
      className="tabs"
      defaultValue={value === undefined ? tabs[0]?.id : undefined}
      value={value}
      onValueChange={onValueChange}
    >
      <Radix.List className="tabs__list" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} className="tabs__tab" value={tab.id}>
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} className="tabs__panel" value={tab.id}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
