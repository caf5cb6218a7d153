import type { RefObject } from 'react';
import { createContext, useContext, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { DraftEditorModel, EditorState } from './DraftEditorModel.ts';

const EditorContext = createContext<DraftEditorModel | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): DraftEditorModel {
  const model = useContext(EditorContext);
  if (model === null) throw new Error('used outside the editor');
  return model;
}

export const useEditorState = <T>(select: (state: EditorState) => T): T =>
  useStore(useEditor().store, select);

/** The element gets the focus when the editor asks for its field: after a new item, or to mend what pre-flight found. */
export function useFocusField<E extends HTMLElement>(field: string): RefObject<E | null> {
  const model = useEditor();
  const element = useRef<E>(null);
  const focus = useEditorState((state) => (state.focus?.field === field ? state.focus : null));
  useEffect(() => {
    if (focus === null) return;
    element.current?.focus();
    element.current?.scrollIntoView({ block: 'nearest' });
    model.store.setState({ focus: null });
  }, [focus, model]);
  return element;
}
