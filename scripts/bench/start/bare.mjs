// A window with one line of text: what Electron itself takes to start.
import { app, BrowserWindow } from 'electron';

app
  .whenReady()
  .then(async () => {
    const window = new BrowserWindow({ width: 1280, height: 800 });
    await window.loadFile(`${import.meta.dirname}/bare.html`);
  })
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  });
