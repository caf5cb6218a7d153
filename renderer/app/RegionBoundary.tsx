import type { ErrorInfo, ReactNode } from 'react';
import { Component } from 'react';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useMessages } from '../ui/messages.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

interface RegionBoundaryProps {
  readonly children: ReactNode;
  /** A button that leads somewhere else. */
  readonly wayOut?: ReactNode;
  /** The region is the whole window, so its failure is the page's main content. */
  readonly isWindow?: boolean;
  /** What the region shows: something else gets a chance of its own. */
  readonly subject?: string;
}

interface RegionBoundaryState {
  readonly bug: Error | null;
  readonly subject: string | undefined;
}

/** A bug in one region is shown there, as a bug; the rest of the window stays usable. */
export class RegionBoundary extends Component<RegionBoundaryProps, RegionBoundaryState> {
  override state: RegionBoundaryState = { bug: null, subject: this.props.subject };

  static getDerivedStateFromError(cause: unknown): Pick<RegionBoundaryState, 'bug'> {
    return { bug: cause instanceof Error ? cause : new Error(String(cause)) };
  }

  override componentDidCatch(cause: Error, info: ErrorInfo): void {
    console.error('A region failed', cause, info.componentStack);
  }

  static getDerivedStateFromProps(
    { subject }: RegionBoundaryProps,
    state: RegionBoundaryState,
  ): RegionBoundaryState | null {
    return subject === state.subject ? null : { bug: null, subject };
  }

  override render(): ReactNode {
    if (this.state.bug === null) return this.props.children;
    const { wayOut, isWindow = false } = this.props;
    const message = (
      <BugMessage bug={this.state.bug} wayOut={wayOut} onRetry={() => this.setState({ bug: null })} />
    );
    if (!isWindow) return message;
    return (
      <main>
        <h1>
          <VisuallyHidden>Beredd</VisuallyHidden>
        </h1>
        {message}
      </main>
    );
  }
}

function BugMessage({
  bug,
  wayOut,
  onRetry,
}: {
  bug: Error;
  wayOut: ReactNode;
  onRetry: () => void;
}): ReactNode {
  const { t } = useMessages();
  return (
    <div className="app-bug">
      <ErrorMessage
        error={{ code: 'unexpected', detail: { message: bug.message } }}
        tone="alarm"
        isLive
        actions={
          <>
            <Button onPress={onRetry}>{t('app.tryAgain')}</Button>
            {wayOut}
          </>
        }
      />
    </div>
  );
}
