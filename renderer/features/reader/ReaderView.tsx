import type { ReactNode, Ref } from 'react';
import { useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { ReaderPages } from './ReaderPages.tsx';
import { createReaderHandle } from './readerHandle.ts';
import type { ReaderHandle, ReaderProps } from './readerTypes.ts';
import { ComfortMenu } from './comfort/ComfortMenu.tsx';
import { pageColourAttributes, pageLook } from './comfort/pageLooks.ts';
import type { RulerHandle } from './comfort/ReadingRuler.tsx';
import { ReadingRuler } from './comfort/ReadingRuler.tsx';
import { useComfort } from './comfort/useComfort.ts';
import { useComfortKeys } from './comfort/useComfortKeys.ts';
import { ReadAloudBar } from './readAloud/ReadAloudBar.tsx';
import { ReadAloudButton } from './readAloud/ReadAloudButton.tsx';
import { useReadAloud } from './readAloud/useReadAloud.ts';
import { useReaderReports } from './reports/useReaderReports.ts';
import { NavigationPane } from './navigation/NavigationPane.tsx';
import { NavigationToggle } from './navigation/NavigationToggle.tsx';
import { useNavigation } from './navigation/useNavigation.ts';
import { usePageMarks } from './marks/usePageMarks.ts';
import { PageToolBar, PageToolsButton } from './pageTools/PageToolBar.tsx';
import { useDrawing } from './pageTools/useDrawing.ts';
import { createReaderActions } from './readerActions.ts';
import { oneBelowTheOther } from './scroll/pageSpreads.ts';
import { ReaderContext } from './session/ReaderContext.ts';
import type { ReaderSession } from './session/ReaderSession.ts';
import { ViewMenu } from './pageModes/ViewMenu.tsx';
import { ReaderToolbar } from './toolbar/ReaderToolbar.tsx';
import { useLatest } from './session/useLatest.ts';
import { TextView } from './textView/TextView.tsx';
import { TextViewControls, TextViewToggle } from './textView/TextViewControls.tsx';
import { useTextViewMode } from './textView/useTextViewMode.ts';
import './reader.css';

/** The open reader: toolbar and pages, joined to what the owner wants to know. */
export function ReaderView({
  session,
  ref,
  ...props
}: ReaderProps & { session: ReaderSession; ref?: Ref<ReaderHandle> }): ReactNode {
  const latest = useLatest(props);
  const pages = useRef<HTMLDivElement>(null);
  const jumpField = useRef<HTMLInputElement>(null);
  const marksOf = usePageMarks(props.marks);
  const { revision, found = null, isPlacing = false, label = null } = props;

  const { arrangement = oneBelowTheOther, onArrangement, viewCommands = [] } = props;

  useEffect(() => session.start(), [session]);
  useEffect(() => session.scroller.setArrangement(arrangement), [session, arrangement]);
  const pageDrawn = useReaderReports(session, latest);

  const comfort = useComfort(props.comfort);
  const look = pageLook(comfort.settings);
  useEffect(() => session.setLook(look), [session, look]);
  const readAloud = useReadAloud(session, comfort);
  const ruler = useRef<RulerHandle>(null);
  const stepRuler = (step: 1 | -1): void => ruler.current?.step(step);
  const onComfortKey = useComfortKeys(pages, { comfort, readAloud, stepRuler });

  const textView = useTextViewMode(props.textView, pages);
  const { commands } = textView;
  const handle = useMemo(
    () => createReaderHandle(session, latest, { pages, jumpField }, commands),
    [session, latest, commands],
  );
  const navigation = useNavigation(props.navigation, pages);
  const { toggle: toggleNavigation } = navigation;
  const { toggle: toggleReadAloud } = readAloud;
  useImperativeHandle(ref, () => ({ ...handle, toggleNavigation, toggleReadAloud }), [
    handle,
    toggleNavigation,
    toggleReadAloud,
  ]);

  const drawing = useDrawing(props.drawing, latest);
  const services = useMemo(
    () => ({
      session,
      revision,
      found,
      isPlacing,
      label,
      look,
      readAloud,
      drawing,
      actions: createReaderActions(session, latest, pageDrawn),
    }),
    [session, revision, found, isPlacing, label, look, readAloud, drawing, latest, pageDrawn],
  );

  return (
    <ReaderContext value={services}>
      <section className="reader" onKeyDownCapture={onComfortKey} {...pageColourAttributes(comfort.settings)}>
        <div>
          <ReaderToolbar
            navigation={<NavigationToggle navigation={navigation} shortcuts={props.navigation?.shortcuts} />}
            totalPackPages={props.totalPackPages}
            onStep={handle.step}
            onJump={handle.jump}
            onZoom={handle.zoom}
            jumpField={jumpField}
            textSettings={
              textView.isShown ? (
                <TextViewControls settings={textView.settings} onChange={textView.change} />
              ) : null
            }
            textToggle={
              props.textView && (
                <TextViewToggle
                  isShown={textView.isShown}
                  shortcut={props.textView.shortcut}
                  onToggle={commands.toggle}
                />
              )
            }
            viewMenu={
              <>
                {drawing !== null && !textView.isShown && <PageToolsButton />}
                <ReadAloudButton />
                <ComfortMenu comfort={comfort} />
                <ViewMenu
                  arrangement={arrangement}
                  onArrangement={(chosen) => onArrangement?.(chosen)}
                  onTurn={handle.turnPages}
                  commands={viewCommands}
                />
              </>
            }
          />
          {drawing !== null && !textView.isShown && <PageToolBar />}
        </div>
        <div className="reader__body">
          <NavigationPane navigation={navigation} marksOf={marksOf} />
          {textView.isShown ? (
            <TextView
              ref={pages}
              settings={textView.settings}
              marksOf={marksOf}
              activeMarkId={props.activeMarkId}
              next={props.next ?? null}
              onMark={props.onMark}
              onStep={handle.step}
              onShowPages={commands.toggle}
            />
          ) : (
            <ReaderPages
              ref={pages}
              handle={handle}
              marksOf={marksOf}
              activeMarkId={props.activeMarkId}
              next={props.next ?? null}
            />
          )}
        </div>
        <ReadAloudBar comfort={comfort} />
        {comfort.settings.isRulerShown && (
          <ReadingRuler
            key={textView.isShown ? 'text' : 'pages'}
            ref={ruler}
            session={session}
            pages={pages}
            height={comfort.settings.rulerHeight}
          />
        )}
      </section>
    </ReaderContext>
  );
}
