const answerMs = 2000;

/** Gives a function that tells the megabytes which V8 holds for the workers of the window; memory of WebAssembly is not in it. */
export async function workerHeaps(page) {
  const devTools = await page.context().newCDPSession(page);
  const workers = new Set();
  const waiting = new Map();
  let lastId = 0;
  devTools.on('Target.attachedToTarget', ({ sessionId }) => workers.add(sessionId));
  devTools.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  devTools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result?.totalSize ?? 0);
  });
  await devTools.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  /** One that is just ending does not answer: it counts for nothing. */
  const heapOf = (sessionId) =>
    new Promise((resolve) => {
      const id = ++lastId;
      const settle = (bytes) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(bytes);
      };
      const timer = setTimeout(() => settle(0), answerMs);
      waiting.set(id, settle);
      const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
      devTools.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => settle(0));
    });
  return async () => {
    const sizes = await Promise.all([...workers].map(heapOf));
    return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1024 / 1024;
  };
}
