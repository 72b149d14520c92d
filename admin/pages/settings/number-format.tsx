import { TextInput, Typography } from '@strapi/design-system';

import type { EditableKey } from '../../../server/contracts/settings';
import { useFindNextNumberQuery } from '../../api/settings';
import { useSettled } from '../../components/use-settled';
import { useText } from '../../text/use-text';
import { SettingFrame } from './setting-frame';
import { useSetting } from './settings-form';

interface NumberFormatProps {
  name: EditableKey;
  of: 'order' | 'invoice' | 'credit_note';
  label: string;
}

/** How numbers are written, with the one that comes next. */
export function NumberFormat({ name, of, label }: NumberFormatProps) {
  const text = useText();
  const { value, change, canEdit } = useSetting<string>(name);
  const format = useSettled(value);
  const isFormat = /\{number(:\d+)?\}/.test(format);
  const { currentData: answer } = useFindNextNumberQuery({ of, format }, { skip: !isFormat });
  const words = () => {
    if (!isFormat) return text('settings.wrong.format');
    if (!answer) return '';
    return answer.given === null
      ? text('settings.numbers.next', { number: answer.next })
      : text('settings.wrong.number-given', { fact: answer.given });
  };
  return (
    <SettingFrame name={name} label={label} hint={text('settings.numbers.hint')}>
      <TextInput
        autoComplete="off"
        disabled={!canEdit}
        value={value}
        onChange={({ target }) => {
          change(target.value);
        }}
      />
      <Typography
        aria-live="polite"
        variant="pi"
        textColor={isFormat && !answer?.given ? 'neutral800' : 'danger600'}
        style={{ minHeight: '2rem' }}
      >
        {words()}
      </Typography>
    </SettingFrame>
  );
}
