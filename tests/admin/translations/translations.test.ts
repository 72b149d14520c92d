// cspell:ignore Tienda Trads trads
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { createIntl } from 'react-intl';

import { contentTypes } from '../../../content-types';
import { registerTrads } from '../../../admin/translations/register-trads';

type Texts = Record<string, string>;

const ADMIN = join(__dirname, '../../../admin');
const LANGUAGES = ['en', 'de', 'fr', 'es'];
const FIELD_NAMES = 'field-names.json';

/** The files of a language, one for each part of the admin. */
function filesOf(language: string): [file: string, texts: Texts][] {
  const folder = join(ADMIN, 'translations', language);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== FIELD_NAMES)
    .map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Texts]);
}

const textsOf = (language: string): Texts =>
  Object.assign({}, ...filesOf(language).map(([, texts]) => texts)) as Texts;

const english = textsOf('en');

const sources = readdirSync(ADMIN, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(ADMIN, file), 'utf8'))
  .join('\n');

/** The values that a text asks for, such as `count` in "{count, plural, …}". */
const asked = (text = '') =>
  [...new Set([...text.matchAll(/\{([a-z]\w*)[,}]/g)].map(([, name]) => name!))].sort();

const anyValues = (text: string) => Object.fromEntries(asked(text).map((name) => [name, 2]));

/** The attributes that an editor meets in a form or a list of the Content Manager. */
const shownFields = Object.entries(contentTypes)
  .filter(([, { schema }]) => isShown(schema.pluginOptions))
  .flatMap(([type, { schema }]) =>
    Object.entries(schema.attributes as Record<string, Attribute>)
      .filter(([, { pluginOptions }]) => pluginOptions?.cartwright?.hidden !== true)
      .map(([name]) => `${type}.${name}`)
  );

interface Attribute {
  pluginOptions?: { cartwright?: { hidden?: boolean } };
}

function isShown(options: object): boolean {
  const { 'content-manager': manager } = options as { 'content-manager'?: { visible?: boolean } };
  return manager?.visible !== false;
}

describe.each(LANGUAGES)('the fields of our types in %s', (language) => {
  const path = join(ADMIN, 'translations', language, FIELD_NAMES);
  const names = JSON.parse(readFileSync(path, 'utf8')) as Texts;

  it('have names, all of them and no others', () => {
    expect(Object.keys(names).sort()).toEqual([...shownFields].sort());
    expect(Object.values(names).every((name) => name.trim().length > 1)).toBe(true);
  });

  it('are called so by the host', async () => {
    const [given] = await registerTrads({ locales: [language] });
    expect(given!.data['content-manager.content-types.plugin::cartwright.sale.validFrom']).toBe(
      names['sale.validFrom']
    );
  });
});

describe.each(LANGUAGES)('the texts in %s', (language) => {
  const texts = textsOf(language);

  it('are the same ones as in English', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  });

  it('stand in one file each, all of which the host is given', async () => {
    const keys = filesOf(language).flatMap(([, files]) => Object.keys(files));
    expect(keys).toHaveLength(new Set(keys).size);
    const [given] = await registerTrads({ locales: [language] });
    const shown = Object.keys(given!.data).filter((key) => key.startsWith('cartwright.'));
    expect(shown.sort()).toEqual(keys.map((key) => `cartwright.${key}`).sort());
  });

  it('ask for the same values as in English', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect([key, asked(text)]).toEqual([key, asked(english[key])]);
    }
  });

  it('can be shown', () => {
    const problems: string[] = [];
    const { formatMessage } = createIntl({
      locale: language,
      messages: texts,
      onError: ({ message }) => problems.push(message),
    });
    for (const [key, text] of Object.entries(texts)) {
      expect(formatMessage({ id: key }, anyValues(text))).not.toBe('');
    }
    expect(problems).toEqual([]);
  });
});

it('every text is used somewhere', () => {
  const unused = Object.keys(english).filter((key) => !sources.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

it('every text that is asked for exists', () => {
  const keys = [...sources.matchAll(/\b(?:text|getTranslation)\('([^']+)'/g)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !(key! in english))).toEqual([]);
});

it('the host gets them under the name of the plugin, and nothing for a language that we do not have', async () => {
  const [spanish, japanese] = await registerTrads({ locales: ['es', 'ja'] });
  expect(spanish?.data['cartwright.plugin.name']).toBe('Tienda');
  expect(japanese).toEqual({ locale: 'ja', data: {} });
});
