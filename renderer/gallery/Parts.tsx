import { BookOpen, MoreHorizontal, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { errorCodes } from '../../core/errors.ts';
import { highlightColours } from '../../core/annotation/annotation.ts';
import { Badge } from '../ui/Badge.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { KeyboardShortcut } from '../ui/KeyboardShortcut.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { RadioGroup, SegmentedControl } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { PassphraseField, SearchField, TextArea, TextField } from '../ui/TextField.tsx';

const choices = [
  { value: 'a', label: 'Alla anteckningar' },
  { value: 'b', label: 'Frågor' },
] as const;

/** Every part in its states, one under the other. */
export function Parts(): ReactNode {
  return (
    <main className="gallery-parts">
      <h1>Parts</h1>
      <Buttons />
      <Fields />
      <Messages />
      <section>
        <h2>Every failure</h2>
        <div className="gallery-row">
          {errorCodes.map((code) => (
            <ErrorMessage key={code} error={{ code, file: 'ks-2026-12-02.beredd', detail: { page: 7 } }} />
          ))}
        </div>
      </section>
    </main>
  );
}

function Buttons(): ReactNode {
  const [isOn, setIsOn] = useState(true);
  const variants = ['primary', 'secondary', 'quiet', 'danger'] as const;
  return (
    <section>
      <h2>Buttons</h2>
      <div className="gallery-row">
        {variants.map((variant) => (
          <Button key={variant} variant={variant} icon={<Plus size={16} aria-hidden />}>
            {variant}
          </Button>
        ))}
        {variants.map((variant) => (
          <Button key={variant} variant={variant} isDisabled>
            {variant}
          </Button>
        ))}
        <Button size="small">small</Button>
        <IconButton label="Öppna" shortcut="Ctrl+O" icon={<BookOpen size={16} aria-hidden />} />
        <IconButton
          label="På"
          isPressed={isOn}
          icon={<Plus size={16} aria-hidden />}
          onPress={() => setIsOn(!isOn)}
        />
        <Menu
          label="Mer"
          trigger={<IconButton label="Mer" icon={<MoreHorizontal size={16} aria-hidden />} />}
        >
          <MenuItem onAction={() => setIsOn(true)}>Redigera</MenuItem>
          <MenuSeparator />
          <MenuItem isDanger onAction={() => setIsOn(false)}>
            Ta bort
          </MenuItem>
        </Menu>
        <KeyboardShortcut keys="Ctrl+O" />
        {(['neutral', 'accent', 'new', 'good', 'warning', 'alarm'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </div>
    </section>
  );
}

function Fields(): ReactNode {
  const [text, setText] = useState('Kyrkbyn');
  const [choice, setChoice] = useState<'a' | 'b'>('a');
  const [isOn, setIsOn] = useState(true);
  return (
    <section>
      <h2>Fields</h2>
      <div className="gallery-row">
        <TextField label="Titel" value={text} onChange={setText} description="Syns i listan" />
        <TextField label="Titel" value={text} onChange={setText} error="Får inte vara tom" />
        <PassphraseField label="Lösenfras" value={text} onChange={setText} />
        <SearchField label="Sök" placeholder="Sök" value={text} onChange={setText} />
        <TextArea label="Anteckning" value={text} onChange={setText} />
        <Select label="Visa" choices={choices} value={choice} onChange={setChoice} />
        <SegmentedControl label="Visa" choices={choices} value={choice} onChange={setChoice} />
        <RadioGroup label="Visa" choices={choices} value={choice} onChange={setChoice} />
        <Switch isSelected={isOn} onChange={setIsOn}>
          Visa läst
        </Switch>
      </div>
      <Tabs
        label="Flikar"
        selected={choice}
        onSelect={setChoice}
        tabs={choices.map(({ value, label }) => ({ value, label, count: 3, panel: label }))}
      />
    </section>
  );
}

function Messages(): ReactNode {
  return (
    <section>
      <h2>Messages</h2>
      <div className="gallery-row">
        {(['info', 'warning', 'alarm'] as const).map((tone) => (
          <Banner key={tone} tone={tone} title={tone} onDismiss={() => {}}>
            En rad som förklarar.
          </Banner>
        ))}
        <ProgressBar label="Läst" share={0.4} />
        <ProgressBar label="Arbetar" share={null} />
        <Skeleton label="Läser in" />
        <EmptyState icon={<BookOpen size={24} aria-hidden />} title="Inga anteckningar">
          Markera text i en handling för att skriva den första.
        </EmptyState>
        {highlightColours.map((colour) => (
          <p
            key={colour}
            className="gallery-swatch"
            style={{
              background: `var(--highlight-${colour}-soft)`,
              borderColor: `var(--highlight-${colour}-edge)`,
              color: `var(--highlight-${colour}-ink)`,
            }}
          >
            {colour} <mark style={{ background: `var(--highlight-${colour})` }}>på papper</mark>
          </p>
        ))}
      </div>
    </section>
  );
}
