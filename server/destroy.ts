import type { Core } from '@strapi/strapi';

import { hasShop, shopOf } from './compose';

/** Longer than a webhook is waited for; a mail server that hangs must not keep the shop from ending. */
const PATIENCE_MS = 12_000;

/** Before the database goes: what was gathered is written, what is being told is heard. */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  if (!hasShop(strapi)) return;
  const { popularity, outbox, mails, shopSettings, importDesk } = shopOf(strapi);
  shopSettings.stop();
  await popularity.flush();
  await Promise.race([Promise.all([outbox.stop(), mails.stop(), importDesk.stop()]), patience()]);
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}
