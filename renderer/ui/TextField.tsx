import { Eye, EyeOff, Search, X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useState } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { useMessages } from './messages.tsx';
import './TextField.css';

interface FieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  /** The label is there for screen readers only. */
  readonly hidesLabel?: boolean;
  readonly description?: string;
  /** Why the value cannot be used. */
  readonly error?: string | null;
}

const labelProps = (label: string, hidesLabel: boolean): { 'aria-label'?: string } =>
  hidesLabel ? { 'aria-label': label } : {};

export function TextField({
  label,
  hidesLabel = false,
  description,
  error = null,
  placeholder,
  inputRef,
  ...props
}: FieldProps & { placeholder?: string; inputRef?: Ref<HTMLInputElement> }): ReactNode {
  return (
    <AriaTextField
      {...props}
      {...labelProps(label, hidesLabel)}
      isInvalid={error !== null}
      className="ui-field"
    >
      {!hidesLabel && <Label className="ui-field__label">{label}</Label>}
      <Input
        className="ui-field__input"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

/** A passphrase: hidden until the person asks to see it. */
export function PassphraseField({ label, description, error = null, ...props }: FieldProps): ReactNode {
  const { t } = useMessages();
  const [isShown, setIsShown] = useState(false);
  return (
    <AriaTextField
      {...props}
      type={isShown ? 'text' : 'password'}
      isInvalid={error !== null}
      className="ui-field"
      autoComplete="off"
    >
      <Label className="ui-field__label">{label}</Label>
      <span className="ui-field__row">
        <Input className="ui-field__input ui-field__input--buttoned" spellCheck={false} />
        <AriaButton
          className="ui-field__button"
          aria-label={t(isShown ? 'ui.hidePassphrase' : 'ui.showPassphrase')}
          onPress={() => setIsShown(!isShown)}
        >
          {isShown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        </AriaButton>
      </span>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

export function TextArea({
  label,
  hidesLabel = false,
  description,
  error = null,
  placeholder,
  rows = 4,
  areaRef,
  ...props
}: FieldProps & { placeholder?: string; rows?: number; areaRef?: Ref<HTMLTextAreaElement> }): ReactNode {
  return (
    <AriaTextField
      {...props}
      {...labelProps(label, hidesLabel)}
      isInvalid={error !== null}
      className="ui-field"
    >
      {!hidesLabel && <Label className="ui-field__label">{label}</Label>}
      <AriaTextArea
        className="ui-field__input ui-field__input--area"
        rows={rows}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(areaRef === undefined ? {} : { ref: areaRef })}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}

export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  autoFocus = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
}): ReactNode {
  const { t } = useMessages();
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      className="ui-field ui-field--search"
    >
      <span className="ui-field__row">
        <Search className="ui-field__glass" size={15} aria-hidden />
        <Input
          className="ui-field__input ui-field__input--search"
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        {value !== '' && (
          <AriaButton className="ui-field__button" aria-label={t('ui.clearSearch')}>
            <X size={15} aria-hidden />
          </AriaButton>
        )}
      </span>
    </AriaSearchField>
  );
}

function FieldNotes({
  description,
  error,
}: {
  description: string | undefined;
  error: string | null;
}): ReactNode {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="ui-field__description">
          {description}
        </Text>
      )}
      {error !== null && <FieldError className="ui-field__error">{error}</FieldError>}
    </>
  );
}
