import type { ReactNode } from 'react';
import { Tab as AriaTab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import './Tabs.css';

export interface TabEntry<V extends string> {
  readonly value: V;
  readonly label: string;
  /** A number beside the label. */
  readonly count?: number;
  readonly panel: ReactNode;
}

export function Tabs<V extends string>({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string;
  tabs: readonly TabEntry<V>[];
  selected: V;
  onSelect: (value: V) => void;
}): ReactNode {
  return (
    <AriaTabs
      className="ui-tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const tab = tabs.find((entry) => entry.value === key);
        if (tab) onSelect(tab.value);
      }}
    >
      <TabList aria-label={label} className="ui-tabs__list">
        {tabs.map((tab) => (
          <AriaTab key={tab.value} id={tab.value} className="ui-tab">
            {tab.label}
            {tab.count !== undefined && <span className="ui-tab__count">{tab.count}</span>}
          </AriaTab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.value} id={tab.value} className="ui-tabs__panel">
          {tab.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
