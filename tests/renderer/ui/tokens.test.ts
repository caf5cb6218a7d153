import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('renderer/ui/tokens.css', 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

function colour(name: string, theme: Theme): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1] ?? '';
  const [, light, dark] = /light-dark\((#\w+),\s*(#\w+)\)/.exec(value) ?? [];
  const chosen = (theme === 'light' ? light : dark) ?? /#\w+/.exec(value)?.[0];
  if (chosen === undefined) throw new Error(`no plain colour for ${name}`);
  return chosen;
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [bright = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['colour-canvas', 'colour-sidebar', 'colour-surface', 'colour-sunken', 'colour-hover'];
const words = ['colour-text', 'colour-text-muted', 'colour-text-faint'];
const meanings = ['alarm', 'warning', 'new', 'good'];
const highlights = ['yellow', 'green', 'blue', 'pink'];

describe.each(themes)('the colours of the %s theme', (theme) => {
  const between = (a: string, b: string): number => contrast(colour(a, theme), colour(b, theme));

  it('keep every text at 4.5:1 on every ground', () => {
    for (const ground of grounds) {
      for (const word of words)
        expect(between(word, ground), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keep coloured words readable on surfaces and on their own soft ground', () => {
    for (const meaning of meanings) {
      for (const ground of ['colour-surface', 'colour-canvas', `colour-${meaning}-soft`]) {
        expect(between(`colour-${meaning}`, ground), `${meaning} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const ground of ['colour-surface', 'colour-canvas', 'colour-accent-soft', 'colour-selected']) {
      expect(between('colour-accent-text', ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keep the words of a filled button readable', () => {
    for (const fill of ['colour-accent', 'colour-accent-pressed', 'colour-alarm-fill']) {
      expect(between('colour-on-accent', fill), fill).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('show the focus ring and the borders of controls at 3:1', () => {
    for (const ground of ['colour-canvas', 'colour-sidebar', 'colour-surface', 'colour-sunken']) {
      for (const line of ['colour-focus', 'colour-border-strong']) {
        expect(between(line, ground), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('keep words and edges of each highlight colour apart from its soft ground', () => {
    for (const name of highlights) {
      const soft = `highlight-${name}-soft`;
      expect(between(`highlight-${name}-ink`, soft), name).toBeGreaterThanOrEqual(4.5);
      expect(between('colour-text', soft), name).toBeGreaterThanOrEqual(4.5);
      expect(between(`highlight-${name}-edge`, 'colour-surface'), name).toBeGreaterThanOrEqual(3);
    }
  });

  it('let black print through every highlight on paper', () => {
    for (const name of highlights)
      expect(contrast('#000000', colour(`highlight-${name}`, theme))).toBeGreaterThan(10);
  });
});
