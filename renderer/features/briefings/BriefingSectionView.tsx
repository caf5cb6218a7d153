import {
  BadgeCheck,
  Ellipsis,
  FolderKanban,
  Handshake,
  Lightbulb,
  Sparkles,
  Target,
  TriangleAlert,
  Users,
  Wallet,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BriefingPoint, BriefingSection, SectionKind } from '../../../core/pack/manifest.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { BriefingNotes } from './briefingNotes.ts';

const sectionIcons: Readonly<Record<SectionKind, LucideIcon>> = {
  assignment: Target,
  challenges: TriangleAlert,
  opportunities: Lightbulb,
  cooperation: Handshake,
  quality: BadgeCheck,
  projects: FolderKanban,
  staff: Users,
  finance: Wallet,
  curiosities: Sparkles,
  other: Ellipsis,
};

/** One section of a briefing: its points, each of which can carry notes. */
export function BriefingSectionView({
  section,
  briefingId,
  notes,
}: {
  section: BriefingSection;
  briefingId: string;
  notes: BriefingNotes;
}): ReactNode {
  const { t } = useMessages();
  const Icon = sectionIcons[section.sectionKind];
  const kind = t(`briefings.section.${section.sectionKind}`);
  const title = section.title === '' ? kind : section.title;
  return (
    <section className="briefing__section" data-kind={section.sectionKind}>
      <h3 className="briefing__heading">
        <Icon size={17} aria-hidden />
        {title}
        {title.toLocaleLowerCase() !== kind.toLocaleLowerCase() && section.sectionKind !== 'other' && (
          <span className="briefing__section-kind">{kind}</span>
        )}
      </h3>
      <ul className="briefing__points">
        {section.points.map((point) => (
          <Point key={point.id} point={point} briefingId={briefingId} notes={notes} />
        ))}
      </ul>
    </section>
  );
}

function Point({
  point,
  briefingId,
  notes,
}: {
  point: BriefingPoint;
  briefingId: string;
  notes: BriefingNotes;
}): ReactNode {
  const { t } = useMessages();
  const source = { type: 'point', briefing: briefingId, point: point.id } as const;
  const colour = notes.highlightOf(source);
  return (
    <li className="briefing__point">
      <div className="briefing__point-words">
        <p className="briefing__point-text">
          {colour === null ? (
            point.text
          ) : (
            <mark className="briefing__mark" data-colour={colour}>
              {point.text}
            </mark>
          )}
        </p>
        {point.themes.length > 0 && (
          <ul className="briefing__themes" aria-label={t('briefings.themes')}>
            {point.themes.map((theme) => (
              <li key={theme} className="briefing__theme">
                {theme}
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="briefing__controls">{notes.controls(source, point.text)}</div>
    </li>
  );
}
