import { createRoot } from 'react-dom/client';
import * as v from 'valibot';
import type { Language, Theme } from '../../core/settings/settings.ts';
import { languageSchema, themeSchema } from '../../core/settings/settings.ts';
import { createFakeBridge, installFakeBridge, sampleAppState } from '../../tests/support/fakeClient.ts';
import { ok } from '../../core/errors.ts';
import { App } from '../app/App.tsx';
import { startApp } from '../app/appStore.ts';
import { readLaterWords } from '../ui/catalogues.ts';
import { MessagesProvider } from '../ui/messages.tsx';
import { Parts } from './Parts.tsx';
import { scenes } from './scenes.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './gallery.css';

/*
 * For development only, never part of a build: `npx vite`, then /gallery/index.html. Each screen in each of its states
 * (`?scene=library-full`), with `&theme=dark` and `&language=en`. The window is the real one on a fake of the contract.
 */
const query = new URLSearchParams(location.search);
const scene = query.get('scene');
const theme: Theme = v.parse(v.fallback(themeSchema, 'system'), query.get('theme'));
const language: Language = v.parse(v.fallback(languageSchema, 'sv'), query.get('language'));

await readLaterWords();
const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);
const wanted = scenes.find(({ name }) => name === scene);

if (wanted) {
  const state = sampleAppState({ theme, language, ...wanted.state });
  const fake = createFakeBridge({ app: { state: () => Promise.resolve(ok(state)) }, ...wanted.answers });
  installFakeBridge(fake);
  startApp();
  root.render(<App />);
  setTimeout(() => wanted.play?.(fake), 300);
} else if (scene === 'parts') {
  if (theme !== 'system') document.documentElement.dataset['theme'] = theme;
  root.render(
    <MessagesProvider language={language}>
      <Parts />
    </MessagesProvider>,
  );
} else {
  root.render(
    <nav className="gallery-list" aria-label="Scenes">
      <ul>
        {['parts', ...scenes.map(({ name }) => name)].map((name) => (
          <li key={name}>
            {name}:{' '}
            {['light', 'dark'].flatMap((inTheme) =>
              ['sv', 'en'].map((inLanguage) => (
                <a key={inTheme + inLanguage} href={`?scene=${name}&theme=${inTheme}&language=${inLanguage}`}>
                  {inTheme} {inLanguage}
                </a>
              )),
            )}
          </li>
        ))}
      </ul>
    </nav>,
  );
}
