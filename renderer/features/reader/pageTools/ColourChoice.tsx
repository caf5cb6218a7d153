import type { ReactNode } from 'react';
import type { InkColour } from '../../../../core/annotation/noteDetails.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';

/** The colours of ink; the marker is the broad one. */
export function ColourChoice({
  colours,
  chosen,
  onChoose,
}: {
  colours: readonly InkColour[];
  chosen: InkColour | null;
  onChoose: (colour: InkColour) => void;
}): ReactNode {
  const { t } = useMessages();
  return colours.map((colour) => (
    <IconButton
      key={colour}
      label={t(`drawing.colour.${colour}`)}
      isPressed={colour === chosen}
      icon={<span className="ink-swatch" data-colour={colour} aria-hidden />}
      onPress={() => onChoose(colour)}
    />
  ));
}
