import type { Handlers } from '../../core/contract.ts';
import type { ReadingPlans } from '../preparation/readingPlans.ts';

type ReadingPlanHandlers = Pick<
  Handlers['preparation'],
  'plan' | 'setDeadline' | 'setPlanOrder' | 'setReadingSpeed' | 'forgetReading' | 'addReading'
>;

/** The reading plan and what reading speed is learned from. */
export const readingPlanHandlers = (plans: ReadingPlans): ReadingPlanHandlers => ({
  plan: ({ meetingId }) => plans.planOf(meetingId),
  setDeadline: ({ meetingId, itemId, day }) => plans.setDeadline(meetingId, itemId, day),
  setPlanOrder: ({ meetingId, itemIds }) => plans.setOrder(meetingId, itemIds),
  setReadingSpeed: ({ meetingId, wordsPerMinute }) => plans.setSpeed(meetingId, wordsPerMinute),
  forgetReading: ({ meetingId }) => plans.forgetSpeed(meetingId),
  addReading: ({ meetingId, documentId, pages }) => plans.learn(meetingId, documentId, pages),
});
