import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';

/** Where the meeting is sent: shown as it is written; opened only after the shell has asked. */
export function WebcastLink({
  address,
  onOpen,
}: {
  address: string;
  onOpen: (address: string) => void;
}): ReactNode {
  return (
    <Link className="meeting-page__link" onPress={() => onOpen(address)}>
      {address}
      <ExternalLink size={13} aria-hidden />
    </Link>
  );
}
