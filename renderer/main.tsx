import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startApp } from './app/appStore.ts';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';

// Fetched by now, and needed by the first layout: a font that comes after it makes the browser lay out everything again.
void document.fonts.load("1em 'Inter Variable'");
// Main is asked before React draws anything: the answers arrive while the first picture is made.
startApp();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
