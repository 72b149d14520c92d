import {
  bothChanged,
  isChanged,
  NO_CHANGE,
  valueIn,
  withReset,
  withValue,
} from '../../../../admin/pages/settings/settings-draft';
import { withText } from '../../../../admin/pages/settings/texts-of-mails';
import type { SettingDto, SettingsDto } from '../../../../server/contracts/settings';

const field = (value: unknown, source: SettingDto['source'] = 'admin'): SettingDto => ({
  value,
  source,
  fileValue: 'of the file',
  by: null,
  at: null,
});
const fields = {
  'shop.name': field('A'),
  'shop.phone': field('1', 'file'),
  'tax.rates': field([{ country: 'DE', rate: '19' }]),
} as unknown as SettingsDto['fields'];

describe('what an editor has changed', () => {
  it('is shown over what is in force, and forgotten when it is typed back', () => {
    const draft = withValue(fields, NO_CHANGE, 'shop.name', 'B');
    expect(valueIn(fields, draft, 'shop.name')).toBe('B');
    expect(isChanged(draft)).toBe(true);
    expect(isChanged(withValue(fields, draft, 'shop.name', 'A'))).toBe(false);
  });

  it('is no change when a list says the same in another order of keys, or with a key that is empty', () => {
    const same = [{ rate: '19', country: 'DE', region: undefined }];
    expect(isChanged(withValue(fields, NO_CHANGE, 'tax.rates', same))).toBe(false);
    const more = [{ rate: '19', country: 'DE', region: 'BY' }];
    expect(isChanged(withValue(fields, NO_CHANGE, 'tax.rates', more))).toBe(true);
  });

  it('goes back to the file only where something is set here', () => {
    const typed = withValue(fields, NO_CHANGE, 'shop.name', 'B');
    const draft = withReset(fields, typed, 'shop.name');
    expect(draft).toEqual({ set: {}, reset: ['shop.name'] });
    expect(valueIn(fields, draft, 'shop.name')).toBe('of the file');
    expect(withReset(fields, NO_CHANGE, 'shop.phone')).toEqual(NO_CHANGE);
    expect(withValue(fields, draft, 'shop.name', 'A')).toEqual(NO_CHANGE);
  });

  it('is told apart from what somebody else has changed meanwhile', () => {
    const after = { ...fields, 'shop.name': field('theirs'), 'shop.phone': field('2') };
    const draft = withValue(fields, NO_CHANGE, 'shop.name', 'mine');
    expect(bothChanged(fields, after, draft)).toEqual(['shop.name']);
    expect(bothChanged(fields, fields, draft)).toEqual([]);
  });
});

it('a text of a mail that is emptied leaves nothing behind', () => {
  const texts = withText({}, 'receipt', 'en', { intro: 'Hello' });
  expect(texts).toEqual({ receipt: { en: { intro: 'Hello' } } });
  expect(withText(texts, 'receipt', 'en', { intro: '' })).toEqual({});
});
