import { Decrypter, Encrypter } from 'age-encryption';

/** Closes and opens bytes with a passphrase. The work is heavy on purpose; see `workerSealing`. */
export interface Sealing {
  readonly seal: (plain: Uint8Array, passphrase: string) => Promise<Uint8Array>;
  readonly unseal: (sealed: Uint8Array, passphrase: string) => Promise<Unsealed>;
}

export type Unsealed =
  | { readonly state: 'open'; readonly plain: Uint8Array }
  | { readonly state: 'passphrase' | 'damaged' | 'notAge' };

/** scrypt with N = 2^18: 256 MB and about a second. Files that ask for more are refused. */
const largestWorkFactor = 18;

const ageStart = 'age-encryption.org/v1\n';

/** An age file (age-encryption.org/v1) with a passphrase, made in this thread. */
export function ageSealing(workFactor = largestWorkFactor): Sealing {
  return {
    seal: (plain, passphrase) => {
      const encrypter = new Encrypter();
      encrypter.setPassphrase(passphrase);
      encrypter.setScryptWorkFactor(workFactor);
      return encrypter.encrypt(plain);
    },
    unseal,
  };
}

async function unseal(sealed: Uint8Array, passphrase: string): Promise<Unsealed> {
  const start = Buffer.from(sealed.subarray(0, 200)).toString('latin1');
  if (!start.startsWith(ageStart)) return { state: 'notAge' };
  const workFactor = /^-> scrypt [A-Za-z0-9+/]{22} ([1-9]\d?)\n/.exec(start.slice(ageStart.length))?.[1];
  if (workFactor === undefined || Number(workFactor) > largestWorkFactor) return { state: 'damaged' };
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return { state: 'open', plain: await decrypter.decrypt(sealed) };
  } catch (error) {
    // The library's only word for a passphrase that does not fit; everything else is damage.
    const isPassphrase = error instanceof Error && error.message.startsWith('no identity matched');
    return { state: isPassphrase ? 'passphrase' : 'damaged' };
  }
}
