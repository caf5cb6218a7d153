import { Eraser, MousePointer2, PenLine, SquareDashed, Type, X } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useStore } from 'zustand';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useMessages } from '../../../ui/messages.tsx';
import { isPageTool, pointerTool } from '../gestures/pointerTool.ts';
import { ColourChoice } from './ColourChoice.tsx';
import './pageTools.css';
import { penColours, penWidths, textColours, takeTool, textSizes, toolSettings } from './toolSettings.ts';

const tools = [
  { tool: 'select', key: 'V', Icon: MousePointer2 },
  { tool: 'ink', key: 'P', Icon: PenLine },
  { tool: 'eraser', key: 'E', Icon: Eraser },
  { tool: 'text', key: 'T', Icon: Type },
  { tool: 'area', key: 'A', Icon: SquareDashed },
] as const;

/** Under the reader's own bar: what the pointer does on the pages, with which colour and width. */
export function PageToolBar(): ReactNode {
  const { t } = useMessages();
  const tool = useStore(pointerTool);
  const isShown = useStore(toolSettings, (state) => state.isBarShown);
  const close = (): void => {
    if (isPageTool(tool)) pointerTool.setState('select', true);
    toolSettings.setState({ isBarShown: false });
  };
  const hint = isPageTool(tool) ? t(`drawing.hint.${tool}`) : '';
  return (
    <>
      {isShown && (
        <Toolbar className="page-tools" aria-label={t('drawing.tools')}>
          <div className="page-tools__group">
            {tools.map(({ tool: each, key, Icon }) => (
              <IconButton
                key={each}
                label={t(`drawing.tool.${each}`)}
                shortcut={key}
                isPressed={tool === each}
                icon={<Icon size={17} aria-hidden />}
                onPress={() => takeTool(each)}
              />
            ))}
          </div>
          {tool === 'ink' && <PenChoice />}
          {tool === 'text' && <TextChoice />}
          {hint !== '' && (
            <span className="page-tools__hint" aria-hidden>
              {hint}
            </span>
          )}
          <IconButton
            className="page-tools__close"
            label={t('drawing.close')}
            icon={<X size={16} aria-hidden />}
            onPress={close}
          />
        </Toolbar>
      )}
      <span role="status" className="ui-visually-hidden" data-testid="page-tool">
        {tool === 'select' || tool === 'hand' ? '' : `${t(`drawing.tool.${tool}`)}. ${hint}`}
      </span>
    </>
  );
}

/** Opens and closes the bar of tools. */
export function PageToolsButton(): ReactNode {
  const { t } = useMessages();
  const isShown = useStore(toolSettings, (state) => state.isBarShown);
  const toggle = (): void => {
    if (isShown && isPageTool(pointerTool.getState())) pointerTool.setState('select', true);
    toolSettings.setState({ isBarShown: !isShown });
  };
  return (
    <IconButton
      label={t('drawing.tools')}
      isPressed={isShown}
      icon={<PenLine size={17} aria-hidden />}
      onPress={toggle}
    />
  );
}

function PenChoice(): ReactNode {
  const { t } = useMessages();
  const { penColour, penWidth } = useStore(toolSettings);
  return (
    <>
      <div className="page-tools__group">
        <ColourChoice
          colours={penColours}
          chosen={penColour}
          onChoose={(colour) => toolSettings.setState({ penColour: colour })}
        />
      </div>
      <div className="page-tools__group">
        {penWidths.map((width) => (
          <IconButton
            key={width}
            label={t('drawing.width', { width: t(`drawing.width.${width}`) })}
            isPressed={width === penWidth}
            icon={<span className="pen-width" style={widthStyle(width)} aria-hidden />}
            onPress={() => toolSettings.setState({ penWidth: width })}
          />
        ))}
      </div>
    </>
  );
}

const widthStyle = (width: number): CSSProperties => ({ ['--pen-width' as string]: `${width + 1}px` });

function TextChoice(): ReactNode {
  const { t } = useMessages();
  const { textLook } = useStore(toolSettings);
  return (
    <>
      <div className="page-tools__group">
        <ColourChoice
          colours={textColours}
          chosen={textLook.colour}
          onChoose={(colour) => toolSettings.setState({ textLook: { ...textLook, colour } })}
        />
      </div>
      <div className="page-tools__group">
        {textSizes.map((size) => (
          <IconButton
            key={size}
            label={t('drawing.text.size', { size })}
            isPressed={size === textLook.size}
            icon={<span className="text-size">{size}</span>}
            onPress={() => toolSettings.setState({ textLook: { ...textLook, size } })}
          />
        ))}
      </div>
    </>
  );
}
