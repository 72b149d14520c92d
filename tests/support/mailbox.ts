import type { Core } from '@strapi/strapi';

import { shopOf } from '../../server/compose';
import type { Letter } from '../../server/services/mails/write-mail';

/** What a provider of the host's e-mail plugin looks like. */
interface EmailPlugin {
  provider: { send: (letter: Letter) => Promise<unknown> };
}

const noPost = () => Promise.resolve();

/** Stands in for the mail server: no test sends a mail to anybody. */
export function keepMailsHere(strapi: Core.Strapi): void {
  const email = strapi.plugins['email'] as unknown as EmailPlugin | undefined;
  if (email) email.provider = { send: noPost };
}

/** A mail server that keeps what it is given, and can be down. */
export function mailbox(strapi: Core.Strapi) {
  const box = {
    letters: [] as Letter[],
    /** What it says to every letter instead of taking it. */
    refuses: null as Error | null,
    /** Those of one shopper. */
    to: (address: string) => box.letters.filter(({ to }) => to === address),
    subjects: (address: string) => box.to(address).map(({ subject }) => subject),
  };
  (strapi.plugins['email'] as unknown as EmailPlugin).provider = {
    send: async (letter) => {
      // As a remote one: others get their turn meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
      if (box.refuses) throw box.refuses;
      box.letters.push(letter);
    },
  };
  return box;
}

/** Does at once what the shop does in the background after an answer: events told to others, mails sent. */
export async function settle(strapi: Core.Strapi): Promise<void> {
  const { outbox, mails } = shopOf(strapi);
  await outbox.flush();
  await mails.flush();
}
