import * as v from 'valibot';
import { contract, type Handlers } from '../../core/contract.ts';
import { failure, type Result } from '../../core/errors.ts';
import { requestChannels, type RequestChannel } from './channels.ts';

/** What the binder needs of Electron, so that it can be tested without. */
export interface Binding<Event> {
  /** `ipcMain.handle` */
  readonly handle: (
    channel: string,
    listener: (event: Event, args: unknown) => Promise<Result<unknown>>,
  ) => void;
  readonly isTrusted: (event: Event) => boolean;
  /** A bug: logged with its cause, shown as unexpected. */
  readonly report: (channel: string, error: unknown) => void;
}

type Handler = (args: unknown) => Promise<Result<unknown>>;

/** Binds every request of the contract: the sender is checked, arguments are validated, what fails becomes a value. */
export function bindHandlers<Event>(handlers: Handlers, binding: Binding<Event>): void {
  for (const request of requestChannels) {
    const schema = schemaOf(request);
    const handler = handlerOf(handlers, request);
    binding.handle(request.channel, async (event, args) => {
      if (!binding.isTrusted(event)) return failure('invalidArgument', { detail: { rule: 'sender' } });
      const parsed = v.safeParse(schema, args);
      if (!parsed.success) return failure('invalidArgument', { detail: { rule: ruleOf(parsed.issues) } });
      try {
        return await handler(parsed.output);
      } catch (error) {
        binding.report(request.channel, error);
        return failure('unexpected');
      }
    });
  }
}

// `Handlers` is the contract mapped entry by entry, so what stands under the names of a request is its handler; the
// compiler cannot follow that through a loop over names.
const handlerOf = (handlers: Handlers, { domain, entry }: RequestChannel): Handler =>
  (handlers[domain] as Readonly<Record<string, Handler>>)[entry] ?? missing;

const missing: Handler = () => Promise.reject(new Error('no handler'));

function schemaOf({ domain, entry }: RequestChannel): v.GenericSchema {
  const found = (contract[domain] as Readonly<Record<string, { args?: v.GenericSchema }>>)[entry]?.args;
  return found ?? v.never();
}

/** Where and what, but never the value: it may be somebody's text. */
function ruleOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  if (issue === undefined) return 'unknown';
  const at = issue.path?.map(({ key }) => String(key)).join('.') ?? '';
  return at === '' ? issue.type : `${at}: ${issue.type}`;
}
