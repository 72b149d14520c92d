// cspell:ignore firstname lastname -- the host's words
export const PASSWORD = 'Playground-1';

const KEEPER = { firstname: 'Ida', lastname: 'Keeper', email: 'ida@example.com' };

/** The first administrator of an empty shop, made over HTTP as the welcome page would; answers with a token. */
export async function registerKeeper(url) {
  const answer = await post(`${url}/admin/register-admin`, { ...KEEPER, password: PASSWORD });
  return answer.data.token;
}

export async function post(url, body, { token, method = 'POST' } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(answer)}`);
  return answer;
}

const DEMO_KEEPER = { email: 'admin@example.com', password: 'Cartwright-demo-1' };

/** Logs into a demo shop that runs already; answers with a token. */
export async function enterRunningShop(page, url) {
  const { data } = await post(`${url}/admin/login`, DEMO_KEEPER);
  await logIn(page, url, DEMO_KEEPER.email, DEMO_KEEPER.password);
  return data.token;
}

export async function logIn(page, url, email = KEEPER.email, password = PASSWORD) {
  await page.goto(`${url}/admin/auth/login`);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('link', { name: 'Home' }).waitFor();
  await dismissAnnouncement(page);
}

/** The host announces its news above every page. */
async function dismissAnnouncement(page) {
  const banner = page.getByText('Introducing the new Media Library');
  await banner.waitFor({ timeout: 3_000 }).catch(() => {});
  if (!(await banner.isVisible())) return;
  await page
    .getByRole('button', { name: /close|dismiss/i })
    .first()
    .click();
}

const typeUrl = (uid) => `/admin/content-manager/collection-types/${uid}`;

export const entryUrl = (uid, documentId) => `${typeUrl(uid)}/${documentId}`;

export async function openNewEntry(page, url, uid) {
  await page.goto(`${url}${typeUrl(uid)}/create`);
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
}

/** By its label, as it stands above the field. */
export const field = (page, label) => page.getByRole('textbox', { name: label, exact: true });

/** In a form of the Content Manager, by the name of the attribute, whatever it is called in the editor's language. */
export const attribute = (page, name) => page.locator(`main [name="${name}"]`);

/** Presses the button and waits until the host has said that it is done. */
export async function press(page, button) {
  const done = page.getByText(`${button === 'Save' ? 'Saved' : 'Published'} document`);
  await page.getByRole('button', { name: button, exact: true }).click();
  await done.first().waitFor();
  await page
    .getByRole('button', { name: /^close$/i })
    .last()
    .click();
  await done.first().waitFor({ state: 'hidden' });
}
