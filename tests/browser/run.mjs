import { composeHome } from './compose-home.mjs';
import { discountCodeTools } from './discount-code-tools.mjs';
import { firstProduct } from './first-product.mjs';
import { firstSale } from './first-sale.mjs';
import { firstSteps } from './first-steps.mjs';
import { importPage } from './import-page.mjs';
import { maintenance } from './maintenance.mjs';
import { newOrder } from './new-order.mjs';
import { noOrdersYet } from './no-orders-yet.mjs';
import { orderDesk } from './order-desk.mjs';
import { orderEdit } from './order-edit.mjs';
import { orderSteps } from './order-steps.mjs';
import { productPanel } from './product-panel.mjs';
import { roleWithoutRights } from './role-without-rights.mjs';
import { salePreview } from './sale-preview.mjs';
import { shopSettings } from './shop-settings.mjs';
import { staleForm } from './stale-form.mjs';
import { stockDesk } from './stock-desk.mjs';
import { openBrowser } from './support/browser.mjs';
import { enterRunningShop } from './support/editor.mjs';
import { startPlayground } from './support/playground.mjs';
import { createReport } from './support/report.mjs';
import { variationTable } from './variation-table.mjs';
import { webhooks } from './webhooks.mjs';
import { wholeDay } from './whole-day.mjs';

/** The stories in their order: each goes on in the shop that the one before left. */
const STORIES = [
  { story: noOrdersYet },
  { story: firstProduct },
  // It provokes these.
  {
    story: firstSale,
    refused: /^(404: .*\/orders\/no-such-order|422: .*\/mark-as-paid|500: .*\/orders\?.*)$/,
  },
  { story: staleForm, refused: /^400: PUT .*product-variation/ },
  { story: maintenance, refused: /^500: POST .*\/cartwright\/rebuild$/ },
  { story: webhooks },
  { story: orderSteps, refused: /^400: POST .*\/(fulfilments|refunds\/preview)$/ },
  { story: orderDesk },
  { story: orderEdit, refused: /^409: POST .*\/edit(\/preview)?$/ },
  { story: newOrder, refused: /^4(00|22): POST .*\/orders(\/preview)?$/ },
  { story: productPanel, refused: /^400: PUT .*\/pictures$/ },
  { story: variationTable, refused: /^400: PUT .*\/products\/\w+\/variations$/ },
  { story: salePreview },
  { story: discountCodeTools },
  { story: composeHome, refused: /^4(00|09): PUT .*\/layout\/pages\// },
  { story: shopSettings, refused: /^400: (PUT .*\/cartwright\/settings|POST .*\/try-tax)$/ },
  { story: stockDesk, refused: /^409: POST .*\/stock\/adjust$/ },
  { story: importPage, refused: /^400: POST .*\/cartwright\/imports$/ },
  { story: firstSteps },
  { story: wholeDay },
  { story: roleWithoutRights, refused: /^403: / },
];

/**
 * All of them in a shop of their own; or, with STORY=orderEdit,… and SHOP_URL, those alone in a shop that runs already
 * (the demo's, with the demo's administrator). Most stories need what the ones before them left.
 */
export async function runBrowserTests({ only = null, shopUrl = null } = {}) {
  const stories = only ? STORIES.filter(({ story }) => only.includes(story.name)) : STORIES;
  const report = createReport();
  let playground;
  let browser;
  try {
    playground = shopUrl ? { url: shopUrl, stop: () => {} } : await startPlayground();
    browser = await openBrowser();
    /** What one story leaves for the next. */
    const shop = {};
    if (shopUrl) shop.keeperToken = await enterRunningShop(browser.page, shopUrl);
    for (const { story, refused } of stories) {
      await story({ page: browser.page, url: playground.url, browser, shop, step: report.step });
      await report.step('the browser had nothing to complain about', async () => {
        const complaints = browser.complaints().filter((text) => !refused?.test(text));
        if (complaints.length > 0) throw new Error(complaints.join('\n'));
      });
    }
  } catch (error) {
    report.brokenOff(error);
    await browser?.photographFailure();
  } finally {
    await browser?.close();
    await playground?.stop();
  }
  return report.counts();
}
