import { create } from 'zustand';
import type { Messages } from './messages.tsx';

/** Words that stay as they are, or that follow the language while they are shown. */
export type ToastWords = string | ((messages: Messages) => string);

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'problem';
  readonly title: ToastWords;
  readonly text?: ToastWords;
  /** What it is about: while that is on screen, there is nothing to press. */
  readonly about?: string;
  readonly action?: { readonly label: ToastWords; readonly onPress: () => void };
}

interface Toasts {
  readonly toasts: readonly Toast[];
  readonly nextId: number;
}

const mostShownAtOnce = 4;

export const useToasts = create<Toasts>()(() => ({ toasts: [], nextId: 1 }));

/** A short word about something that happened; it goes away by itself unless it tells of a problem. Returns its id. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = useToasts.getState().nextId;
  useToasts.setState(({ toasts }) => ({
    toasts: [...toasts, { ...toast, id }].slice(-mostShownAtOnce),
    nextId: id + 1,
  }));
  return id;
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
