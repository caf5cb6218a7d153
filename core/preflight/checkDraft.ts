import { placedDraftItems } from '../draft/agendaTree.ts';
import type { Draft } from '../draft/draft.ts';
import { findTextFault } from '../pack/textRules.ts';
import { documentChecks } from './documentChecks.ts';
import type { PreflightContext } from './fileFacts.ts';
import type { Finding } from './finding.ts';
import { itemChecks, numberChecks, textNotAllowed } from './itemChecks.ts';
import type { Found } from './makeFinding.ts';
import { meetingChecks } from './meetingChecks.ts';
import { briefingSealChecks, sealChecks } from './sealChecks.ts';

/**
 * Everything pre-flight finds in a draft: errors that stop issuing first, then warnings, each in the order of the agenda.
 * A key stays the same as long as what it tells of is the same, so that an accepted warning stays accepted and anything
 * new is told anew.
 */
export function checkDraft(draft: Draft, context: PreflightContext): readonly Finding[] {
  const fault = findTextFault({ meeting: draft.meeting, note: draft.note, issuer: draft.issuer });
  const all: readonly Found[] = [
    ...meetingChecks(draft, context),
    ...(fault === null ? [] : [textNotAllowed(fault)]),
    ...placedDraftItems(draft.items).flatMap((placed) => [
      ...itemChecks(placed, context),
      ...documentChecks(draft, placed, context),
      ...sealChecks(draft, placed, context),
    ]),
    ...draft.briefings.flatMap((briefing) => briefingSealChecks(draft, briefing, context)),
    ...numberChecks(draft),
  ];
  const accepted = new Set(draft.acceptedWarnings);
  const findings = all.map((one) => ({
    ...one,
    accepted: one.severity === 'warning' && accepted.has(one.key),
  }));
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
}

/** Whether the draft may be issued: no errors, and every warning accepted. */
export const isReady = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity, accepted }) => severity === 'warning' && accepted);
