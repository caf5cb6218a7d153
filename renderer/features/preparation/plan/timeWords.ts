import type { Messages } from '../../../ui/messages.tsx';

/** "45 minuter", "2 timmar", "2 timmar 10 minuter". */
export function timeWords({ t }: Messages, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('preparation.minutes', { n: minutes });
  const whole = t('preparation.hours', { n: hours });
  return rest === 0 ? whole : `${whole} ${t('preparation.minutes', { n: rest })}`;
}
