/** The object with what the patch names; what it leaves undefined stays. */
export function patched<T extends object>(
  object: T,
  patch: { readonly [K in keyof T]?: T[K] | undefined },
): T {
  const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return { ...object, ...named };
}
