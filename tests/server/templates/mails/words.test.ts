import { MAIL_KINDS } from '../../../../server/domain/mails/mail';
import { MAIL_WORDS } from '../../../../server/templates/mails/words';

/** Every name of a word, and the facts that its sentence names. */
const shapeOf = (words: object, path = ''): string[] =>
  Object.entries(words).flatMap(([name, value]: [string, object | string]) =>
    typeof value === 'string'
      ? [`${path}${name} ${[...value.matchAll(/\{\w+\}/g)].map(String).sort().join()}`]
      : shapeOf(value, `${path}${name}.`)
  );

it.each(Object.keys(MAIL_WORDS))(
  '%s says everything, with the same facts as English',
  (language) => {
    const words = MAIL_WORDS[language as keyof typeof MAIL_WORDS];
    expect(shapeOf(words)).toEqual(shapeOf(MAIL_WORDS.en));
    expect(Object.keys(words.kinds).sort()).toEqual([...MAIL_KINDS].sort());
    expect(JSON.stringify(words)).not.toContain('""');
  }
);

it('speaks four languages', () => {
  expect(Object.keys(MAIL_WORDS)).toEqual(['en', 'de', 'fr', 'es']);
});
