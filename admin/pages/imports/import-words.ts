import type { ImportRunDto } from '../../../server/contracts/imports';
import type { DialectName } from '../../api/imports';
import type { StatusWord } from '../../status/status-words';
import type { TextKey } from '../../text/get-translation';

export const DIALECTS: Record<DialectName, TextKey> = {
  cartwright: 'imports.dialect.cartwright',
  shopify: 'imports.dialect.shopify',
  woocommerce: 'imports.dialect.woocommerce',
};

const OTHERS: Record<Exclude<ImportRunDto['state'], 'done' | 'running'>, StatusWord> = {
  waiting: { key: 'imports.state.waiting', tone: 'neutral' },
  cancelled: { key: 'imports.state.cancelled', tone: 'neutral' },
  interrupted: { key: 'imports.state.interrupted', tone: 'warning' },
  failed: { key: 'imports.state.failed', tone: 'danger' },
};

/** How far a file is. */
export function stateOf({ state, phase, imported }: ImportRunDto): StatusWord {
  if (state === 'running') {
    const key = phase === 'check' ? 'imports.state.checking' : 'imports.state.importing';
    return { key, tone: 'secondary' };
  }
  if (state !== 'done') return OTHERS[state];
  if (phase === 'check') return { key: 'imports.state.checked', tone: 'secondary' };
  return imported && imported.failed.count > 0
    ? { key: 'imports.state.partly', tone: 'warning' }
    : { key: 'imports.state.imported', tone: 'success' };
}

/** What may be done with a file next; a check comes before an import, and after another kind was chosen. */
export function nextOf(run: ImportRunDto, dialect: DialectName | null) {
  const isRunning = run.state === 'running';
  const isChecked = run.checked !== null && run.dialect === dialect;
  return {
    check: !isRunning && dialect !== null && !isChecked,
    checkAgain: !isRunning && isChecked,
    import: !isRunning && isChecked && run.checked !== null && importable(run.checked) > 0,
    cancel: isRunning,
  };
}

/** Products that an import would write. */
const importable = ({ created, updated }: NonNullable<ImportRunDto['checked']>) =>
  created + updated;

/** '1.4 MB', '12 KB' */
export function sizeText(bytes: number, number: (value: number) => string): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${number(Math.max(1, Math.round(kilobytes)))} KB`
    : `${number(Math.round(kilobytes / 102.4) / 10)} MB`;
}
