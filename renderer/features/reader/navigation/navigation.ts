/** What stands beside the pages for finding one's way. */
export const navigationPanels = ['thumbnails', 'outline'] as const;
export type NavigationPanel = (typeof navigationPanels)[number];

/** How the owner keeps it from one document to the next. */
export interface ReaderNavigation {
  readonly panel: NavigationPanel | null;
  /** CSS pixels. */
  readonly width: number;
  /** For the tooltips: "Ctrl+Shift+M". */
  readonly shortcuts: Readonly<Record<NavigationPanel, string>>;
  readonly onChange: (change: { readonly panel: NavigationPanel | null; readonly width: number }) => void;
}
