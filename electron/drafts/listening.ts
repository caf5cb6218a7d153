/** Adds a listener to those of one kind; what it returns takes it away. */
export const listening =
  <T>(listeners: Set<(told: T) => void>) =>
  (listener: (told: T) => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
