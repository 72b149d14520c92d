import type { InputIssue } from '../errors';
import { isLinkUrl } from './link-url';
import { HOME, isPageName, pageName } from './page-name';

type Fields = Record<string, unknown>;

const LINES = ['heading', 'linkLabel', 'linkUrl'];
const LONGEST_LINE = 255;
const LONGEST_TEXT = 10_000;
const LONGEST_HTML = 100_000;

// Halves of an emoji and the character 0, which databases refuse.
const NEVER_STORED = /[\0\p{Cs}]/u;

/** The fields of a block as an editor or a script sends them, tidied: what is not sent stays out. */
export function readBlockInput(data: Fields, sanitise: (html: string) => string): Fields {
  const read = { ...data };
  if (typeof data.page === 'string') read.page = pageName(data.page) || HOME;
  if (data.page === null) read.page = HOME;
  for (const name of LINES) {
    if (typeof data[name] === 'string') read[name] = data[name].trim() || null;
  }
  if (typeof data.html === 'string') read.html = sanitise(data.html).trim() || null;
  return read;
}

/** What is wrong with the fields that were sent, after they were tidied. */
export function blockIssues(data: Fields): InputIssue[] {
  const issues: InputIssue[] = [];
  const refuse = (path: string, message: string) => issues.push({ path, message });
  const tooLong = (path: string, most: number) => {
    const value = data[path];
    if (typeof value !== 'string') return;
    if (value.length > most) refuse(path, `may have at most ${most} characters`);
    else if (NEVER_STORED.test(value)) refuse(path, 'must not contain half a character');
  };
  if (typeof data.page === 'string' && !isPageName(data.page)) {
    refuse('page', 'must be a name for an address, such as "home" or "summer-sale"');
  }
  for (const name of LINES) tooLong(name, LONGEST_LINE);
  tooLong('text', LONGEST_TEXT);
  tooLong('html', LONGEST_HTML);
  if (typeof data.linkUrl === 'string' && !isLinkUrl(data.linkUrl)) {
    refuse(
      'linkUrl',
      'must be an address such as "https://…", "/sale", "#news", "mailto:…" or "tel:…"'
    );
  }
  return issues;
}

/** A window that begins after it ended would never show anything. */
export function windowIssue(from: unknown, until: unknown): InputIssue | null {
  const [start, end] = [timeOf(from), timeOf(until)];
  if (start === null || end === null || end > start) return null;
  return { path: 'visibleUntil', message: 'must be later than the beginning' };
}

function timeOf(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number' && !(value instanceof Date)) {
    return null;
  }
  const time = new Date(value).getTime();
  return Number.isNaN(time) ? null : time;
}
