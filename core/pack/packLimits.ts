/** The limits of the container and the manifest, as published in the pack format. Bytes unless the name says otherwise. */
export const packLimits = {
  packBytes: 3_900_000_000,
  entries: 20_000,
  directoryBytes: 4 * 1024 * 1024,
  manifestBytes: 8 * 1024 * 1024,
  nesting: 16,
  /** A minisign signature: two comments of at most 1,024 and 8,192 bytes, and some 200 bytes of base64. */
  signatureBytes: 10 * 1024,
  /** A minisign public key file: a comment of at most 1,024 bytes and 56 of base64. */
  publicKeyBytes: 2 * 1024,
} as const;

/** The whole content of the entry `mimetype`. */
export const packMediaType = 'application/vnd.beredd.pack+zip';

/** Names of the entries that have a place of their own. */
export const entryNames = {
  mediaType: 'mimetype',
  readme: 'README.txt',
  rootKey: 'META-INF/root.pub',
  trust: 'META-INF/trust.json',
  trustSignature: 'META-INF/trust.json.minisig',
  issuerKey: 'META-INF/issuer.pub',
  manifest: 'META-INF/manifest.json',
  manifestSignature: 'META-INF/manifest.json.minisig',
} as const;
